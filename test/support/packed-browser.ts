import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the browser from npm lies unpacked: with its package, whose next version brings another. */
const folder = resolve(
  fileURLToPath(import.meta.url),
  '../../../node_modules/@sparticuz/chromium/unpacked',
);

/** The browser from npm and what it needs to run; undefined where it isn't made for this machine. */
export const packedBrowser =
  process.platform === 'linux' && process.arch === 'x64'
    ? {
        executablePath: join(folder, 'chromium'),
        env: {
          ...process.env,
          FONTCONFIG_PATH: join(folder, 'fonts'),
          LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
        },
      }
    : undefined;

const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** Before all tests: unpacks the browser from npm, once for an installation; several tests at once would write the same files. */
export async function setup(): Promise<void> {
  if (!packedBrowser || existsSync(folder)) return;
  const unpacked = mkdtempSync(`${folder}-`);
  const before = { ...process.env };
  try {
    // The package unpacks into the folder for temporary files, its libraries only where it believes to run
    // on that platform, and sets what programs started from here would inherit.
    Object.assign(process.env, { TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
    await (await import('@sparticuz/chromium')).default.executablePath();
    writeFileSync(join(unpacked, 'fonts/fonts.conf'), fonts);
    renameSync(unpacked, folder);
  } finally {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
    rmSync(unpacked, { recursive: true, force: true });
  }
}
