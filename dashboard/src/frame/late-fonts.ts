/**
 * Lays text out anew once parts of the self-hosted Chinese font have come. Where the machine has no
 * Chinese font of its own, Chromium keeps the boxes of lines that it shaped before; another kerning
 * makes it shape them again. It takes the new parts into use with the next frame only: shaping in the
 * event itself would find boxes once more.
 */
export function redrawWithLateFonts(): void {
  const { style } = document.body;
  const shapeAnew = () => {
    style.fontKerning = 'none';
    // Reading a size makes the change count before it is taken back.
    document.body.getBoundingClientRect();
    style.fontKerning = '';
  };
  document.fonts.addEventListener('loadingdone', () => {
    requestAnimationFrame(() => requestAnimationFrame(shapeAnew));
  });
}
