import * as XLSX from '@e965/xlsx';
import { zip } from './zip';

/** Rows of a sheet or table, under its name. */
export interface Grid {
	name: string;
	rows: ReadonlyArray<readonly unknown[]>;
}

/** Names of sheets in a workbook are short, and lack some characters. */
const sheetName = (name: string, index: number) =>
	name.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31) || `Sheet${index + 1}`;

const sheetOf = ({ rows }: Grid) => XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]));

export function workbook(grids: readonly Grid[]): Buffer {
	const book = XLSX.utils.book_new();
	grids.forEach((grid, index) => XLSX.utils.book_append_sheet(book, sheetOf(grid), sheetName(grid.name, index), true));
	return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

/** With the mark that tells programs that it is UTF-8. */
export const csv = (grid: Grid): Buffer => Buffer.from(`\uFEFF${XLSX.utils.sheet_to_csv(sheetOf(grid))}`);

/** The sheets of a workbook, or the one of a text of commas; undefined where it is neither. */
export function gridsIn(bytes: Buffer, extension: string): Grid[] | undefined {
	if (extension === 'xlsx' && bytes.subarray(0, 2).toString() !== 'PK') return undefined;
	// A text is read as one: the library would guess its encoding.
	const isText = extension === 'csv';
	const book = XLSX.read(isText ? bytes.toString('utf8').replace(/^\uFEFF/, '') : bytes, {
		type: isText ? 'string' : 'buffer',
		raw: isText,
	});
	return book.SheetNames.map((name) => {
		const sheet = book.Sheets[name];
		return { name, rows: sheet ? XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true }) : [] };
	});
}

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** A document of Word with these lines. */
export function wordDocument(lines: readonly string[]): Buffer {
	const body = lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`).join('');
	const files = {
		'[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}"/></Types>`,
		'_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
		'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
	};
	const declared = Object.entries(files).map(([name, text]) => [name, `<?xml version="1.0" encoding="UTF-8"?>${text}`]);
	return zip(Object.fromEntries(declared) as Record<string, string>);
}

/** A page of PDF that says no more than how many lines there were: what is not ASCII takes fonts. */
export function pdf(lines: readonly string[]): Buffer {
	const words = `BT /F1 12 Tf 72 720 Td (${lines.length} lines) Tj ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let text = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const at = text.length;
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(at).padStart(10, '0')} 00000 n \n`;
	});
	const table = `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\n`;
	return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF\n`);
}
