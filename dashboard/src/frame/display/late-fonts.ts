/** A font feature that no font has: text that asks for it looks the same, and is shaped anew. */
const NO_FEATURE = '"xnew"';

/**
 * Lays text out anew once parts of the self-hosted Chinese font have come. Where the machine has no
 * Chinese font of its own, Chromium keeps the boxes that it shaped before, and finds them again for
 * every style that it has seen; so each part that comes makes a style that it hasn't. It takes the new
 * part into use with the next frame only: shaping in the event itself would find boxes once more.
 */
export function redrawWithLateFonts(): void {
  let parts = 0;
  const shapeAnew = () => {
    parts++;
    document.body.style.fontFeatureSettings = `${NO_FEATURE} ${parts}`;
  };
  document.fonts.addEventListener('loadingdone', () => {
    requestAnimationFrame(() => requestAnimationFrame(shapeAnew));
  });
}
