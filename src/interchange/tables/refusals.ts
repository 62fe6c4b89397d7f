import type { Catalogue } from '../../kernel/refusal.js';

const reading = {
  TABLE_EMPTY: {
    en: 'The file is empty. Send a table with headings and at least one line.',
    zh: '文件为空，请发送含表头和至少一行数据的表格。',
  },
  TABLE_FILE_TYPE: {
    en: 'The file is neither a CSV table nor an XLSX workbook that can be read. Save it as one of the two.',
    zh: '文件不是可读取的 CSV 表格或 XLSX 工作簿，请另存为其中一种格式。',
  },
  TABLE_OLD_FORMAT: {
    en: 'The file is an old binary workbook (.xls), or has a password. Save it as .xlsx without a password.',
    zh: '文件为旧版二进制工作簿（.xls）或设有密码，请另存为无密码的 .xlsx。',
  },
  TABLE_ENCODING: {
    en: 'The text is neither UTF-8, UTF-16 with its mark, nor GB18030. Save it as UTF-8.',
    zh: '文本既不是 UTF-8、带 BOM 的 UTF-16，也不是 GB18030 编码，请另存为 UTF-8。',
  },
  TABLE_UNPACKS_TOO_LARGE: {
    en: 'The workbook unpacks to more than {max} bytes, or far more than its own size tells. Split it, or save it as CSV.',
    zh: '工作簿解压后超过 {max} 字节，或与其大小极不相称，请拆分或另存为 CSV。',
  },
  TABLE_QUOTES: {
    en: 'A quotation mark stands where none can, or a quoted value does not end. Double quotation marks inside a value, and put the value in quotation marks.',
    zh: '引号位置有误或引号内的值未结束。值中的引号须双写，并将整个值置于引号中。',
  },
  TABLE_TOO_LONG: { en: 'A table has at most {max} lines. Split it.', zh: '表格最多 {max} 行，请拆分。' },
  TABLE_TOO_WIDE: {
    en: 'A table has at most {max} columns. Remove those that are not needed.',
    zh: '表格最多 {max} 列，请删除不需要的列。',
  },
  TABLE_CELL_TOO_LONG: { en: 'A cell holds at most {max} characters. Shorten it.', zh: '单元格最多 {max} 个字符，请缩短。' },
  TABLE_HEADINGS_UNKNOWN: {
    en: 'The first line names no column that is known for such documents. It needs: {headings}. A template is at /exports/templates.',
    zh: '首行没有此类单据的已知列名。必需列：{headings}。模板见 /exports/templates。',
  },
  TABLE_HEADINGS_MISSING: {
    en: 'The table lacks needed columns: {headings}. Add them; a template is at /exports/templates.',
    zh: '表格缺少必需列：{headings}，请补充；模板见 /exports/templates。',
  },
  TABLE_HEADING_REPEATED: {
    en: 'The heading {heading} names a column that stands in the table already. Keep one of the two.',
    zh: '表头“{heading}”所指的列重复，请只保留一列。',
  },
  TABLE_NO_LINES: { en: 'Below the headings there is no line. Add at least one.', zh: '表头下没有数据行，请至少添加一行。' },
} as const satisfies Catalogue;

const settling = {
  TABLE_LINES_DIFFER: {
    en: 'Line {first} of the same document says "{value}" here. Say the same in all lines of a document, or leave the others empty.',
    zh: '同一单据的第 {first} 行此处为“{value}”。同一单据各行须一致，或仅填一行。',
  },
  TABLE_CELLS_BEYOND: {
    en: 'The line has values beyond the last heading. A separator inside a value needs quotation marks around the value.',
    zh: '该行的值超出表头列数。值中含分隔符时须加引号。',
  },
  TABLE_CELL_ERROR: {
    en: 'The spreadsheet could not work out this cell. Correct its formula, or put the value in its place.',
    zh: '电子表格未能算出该单元格，请更正公式或直接填写数值。',
  },
} as const satisfies Catalogue;

const exporting = {
  EXPORT_ARGUMENT: { en: '{name} cannot be "{value}" here. It takes: {allowed}.', zh: '参数 {name} 不能为“{value}”，可用：{allowed}。' },
} as const satisfies Catalogue;

export const tableRefusals = { ...reading, ...settling, ...exporting };

export type TableCode = keyof typeof tableRefusals;
