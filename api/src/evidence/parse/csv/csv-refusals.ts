import type { CsvErrorCode } from 'csv-parse';
import { finding, UnreadableFile } from '../../validate/problem.js';

/**
 * What the sender is told of an error of the parser in a cell (the first is 1) of the record that
 * starts on `line`; undefined for an error that no file can cause.
 */
export function refusalOf(
  code: CsvErrorCode,
  line: number,
  cell: number,
): UnreadableFile | undefined {
  switch (code) {
    // A record without end is what an unclosed quote makes of a long file.
    case 'CSV_MAX_RECORD_SIZE':
    case 'CSV_QUOTE_NOT_CLOSED':
      return endless(line, cell);
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return afterQuote(line, cell);
    default:
      return undefined;
  }
}

const endless = (line: number, cell: number) =>
  new UnreadableFile(
    finding(
      'unclosed-quote',
      `A quotation mark that opens in cell ${cell} of the record of line ${line} is never closed. Close it, or write it twice ("") where it is part of the text.`,
      `第 ${line} 行开始的记录中，第 ${cell} 个单元格的引号没有闭合。请补上引号；引号本身是内容时应写两次（""）。`,
    ),
    line,
  );

const afterQuote = (line: number, cell: number) =>
  new UnreadableFile(
    finding(
      'unclosed-quote',
      `In cell ${cell} of line ${line} there is text after a closing quotation mark. A quotation mark within a quoted cell is written twice ("").`,
      `第 ${line} 行第 ${cell} 个单元格的右引号之后还有内容。加引号的单元格内，引号应写两次（""）。`,
    ),
    line,
  );
