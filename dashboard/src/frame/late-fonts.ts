/** How often parts of the font have come since the page was opened. */
let rounds = 0;

/**
 * Lays text out anew once parts of the self-hosted Chinese font have come. Where the machine has no
 * Chinese font of its own, Chromium keeps the boxes that it drew before, in two places: shaped lines,
 * which only another kerning makes it shape again, and words by font description, which come back
 * with an earlier description. So each round shapes anew, in a description that was never used: with
 * a last family that no machine has.
 */
export function redrawWithLateFonts(): void {
  document.fonts.addEventListener('loadingdone', () => {
    rounds += 1;
    const { style } = document.body;
    style.fontFamily = `var(--font), "after part ${rounds}"`;
    style.fontKerning = 'none';
    // Reading a size makes the change count before it is taken back.
    document.body.getBoundingClientRect();
    style.fontKerning = '';
  });
}
