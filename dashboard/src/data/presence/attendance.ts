/** So long after the last touch of a key or a pointer a request counts as somebody's doing. */
const ATTENDED_MS = 60_000;

/** Opening the page is somebody's doing, too. */
let touchedAt = Date.now();
for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel']) {
  addEventListener(
    kind,
    () => {
      touchedAt = Date.now();
    },
    { passive: true, capture: true },
  );
}

/** Whether somebody is at the page. What it polls for while nobody is must not keep a session alive. */
export const isAttended = (): boolean => Date.now() - touchedAt < ATTENDED_MS;
