import yauzl from 'yauzl';
import { finding, UnreadableFile } from '../../validate/problem.js';

const MOST_ENTRIES = 5_000;
const MOST_BYTES = 512 * 1024 * 1024;
/** Sheets shrink to a tenth or a thirtieth; what shrinks more than this was made to. */
const MOST_SHRINKAGE = 100;
/** Small files shrink as they like. */
const SMALL_BYTES = 16 * 1024 * 1024;

/**
 * Checks what a ZIP file would unpack to before anything unpacks it: the sizes it declares, and
 * that they are true. Throws UnreadableFile.
 */
export async function checkZip(path: string): Promise<void> {
  let zip: yauzl.ZipFile;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw damaged(error);
  }
  try {
    const entries: yauzl.Entry[] = [];
    let packed = 0;
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      const shrunk = unpacked > SMALL_BYTES && unpacked > packed * MOST_SHRINKAGE;
      if (entries.length > MOST_ENTRIES || unpacked > MOST_BYTES || shrunk) throw tooBig(unpacked);
    }
    for (const entry of entries) await unpack(zip, entry);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged(error);
  } finally {
    zip.close();
  }
}

/** Unpacks into nothing: the reader fails as soon as more comes out than was declared. */
async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<void> {
  const stream = await zip.openReadStreamPromise(entry);
  for await (const _ of stream);
}

const tooBig = (bytes: number) =>
  new UnreadableFile(
    finding(
      'zip-bomb',
      `The workbook would unpack to more than ${Math.floor(bytes / 1024 / 1024)} MB, which no sheet of its size does. Save the sheet as CSV and send that.`,
      `该工作簿解压后超过 ${Math.floor(bytes / 1024 / 1024)} MB，大小异常。请将工作表另存为 CSV 后上传。`,
    ),
  );

function damaged(error: unknown): UnreadableFile {
  const why = error instanceof Error ? error.message : String(error);
  return new UnreadableFile(
    finding(
      'damaged-file',
      // Some of the library's reasons are whole sentences.
      `The workbook cannot be read: ${why.replace(/\.$/, '')}. Save it anew, or as CSV.`,
      '工作簿已损坏，无法读取。请重新另存，或另存为 CSV。',
    ),
  );
}
