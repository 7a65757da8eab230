/**
 * Draws text again once parts of the self-hosted Chinese font have come. Chromium leaves boxes in
 * elements that it laid out before, where the machine has no Chinese font of its own.
 */
export function redrawWithLateFonts(): void {
  document.fonts.addEventListener('loadingdone', () => {
    const { style } = document.body;
    style.fontKerning = 'none';
    // Reading a size makes the change count before it is taken back.
    document.body.getBoundingClientRect();
    style.fontKerning = '';
  });
}
