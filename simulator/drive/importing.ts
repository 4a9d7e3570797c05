import { addBase, addTable } from '../base/make';
import { writeRecords } from '../base/writeRecords';
import { addMarkdown } from '../docs/fromMarkdown';
import { addDocument } from '../docs/make';
import { addSpreadsheet, emptyColumn, emptyRow, newSheet } from '../sheets/make';
import type { Operator } from '../state/operator';
import { openIdOf } from '../state/operator';
import type { Sheet } from '../state/sheets';
import type { Store } from '../state/store';
import { type Grid, gridsIn } from './office';

const MB = 1024 * 1024;

/** What becomes of which files, and how large they may be in bytes. */
export const IMPORTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	docx: {
		...{ docx: 600 * MB, doc: 600 * MB, txt: 20 * MB, md: 20 * MB, mark: 20 * MB, markdown: 20 * MB, html: 20 * MB },
	},
	sheet: { xlsx: 800 * MB, csv: 20 * MB, xls: 20 * MB },
	bitable: { xlsx: 800 * MB, csv: 100 * MB },
};

export interface ImportRequest {
	type: string;
	extension: string;
	title: string;
	folder_token: string;
	bytes: Buffer;
}

/** A cell of a file: what is empty stays empty. */
const contentOf = (value: unknown) => {
	if (value === undefined || value === null || value === '') return undefined;
	return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
};

function sheetFrom({ name, rows }: Grid): Sheet {
	const sheet = newSheet(name);
	const width = Math.max(0, ...rows.map((row) => row.length));
	while (sheet.columns.length < width) sheet.columns.push(emptyColumn());
	while (sheet.rows.length < rows.length) sheet.rows.push(emptyRow());
	rows.forEach((row, index) => {
		const cells = sheet.rows[index]?.cells;
		row.forEach((value, column) => {
			const content = contentOf(value);
			if (cells && content !== undefined) cells[column] = { content };
		});
	});
	return sheet;
}

function toSheet(store: Store, by: Operator, { title, folder_token }: ImportRequest, grids: readonly Grid[]): string {
	const book = addSpreadsheet(store, { title, owner: openIdOf(by), folder_token });
	book.sheets = grids.map(sheetFrom);
	return book.token;
}

/** Each sheet is a table whose first row names the fields; all of them are texts. */
function toBase(store: Store, by: Operator, { title, folder_token }: ImportRequest, grids: readonly Grid[]): string {
	const { base, first } = addBase(store, { name: title, owner: openIdOf(by), folder_token });
	base.tables.delete(first.table_id);
	for (const { name, rows } of grids) {
		const [head = [], ...below] = rows;
		const names = head.map((value, index) => String(contentOf(value) ?? `Column ${index + 1}`));
		const fields = (names.length > 0 ? names : ['Column 1']).map((field_name) => ({ field_name, type: 1 }));
		const table = addTable(base, { name, fields });
		const records = below.map((row) => ({
			fields: Object.fromEntries(
				fields.flatMap(({ field_name }, index) => {
					const content = contentOf(row[index]);
					return content === undefined ? [] : [[field_name, String(content)] as const];
				}),
			),
		}));
		if (records.length > 0) writeRecords({ store, base, table, app: by.app, idType: 'open_id', by, lagMs: 0 }, records);
	}
	return base.app_token;
}

const MARKDOWN: ReadonlySet<string> = new Set(['md', 'mark', 'markdown']);

/** Markdown becomes its blocks; of all else there are its words, as paragraphs. */
function toDocument(store: Store, by: Operator, { title, folder_token, extension, bytes }: ImportRequest): string {
	const document = addDocument(store, { title, owner: openIdOf(by), folder_token });
	if (MARKDOWN.has(extension)) {
		addMarkdown({ store, by, idType: 'open_id', document, nested: false }, bytes.toString('utf8'));
		return document.document_id;
	}
	const isText = extension !== 'docx' && extension !== 'doc';
	const text = isText ? bytes.toString('utf8') : '';
	const plain = extension === 'html' ? text.replace(/<[^>]*>/g, '\n') : text;
	const lines = plain.split('\n').map((line) => line.trim());
	const contents = lines
		.filter((line) => line !== '')
		.map((line) => ({
			block_type: 2,
			text: { elements: [{ text_run: { content: line, text_element_style: {} } }], style: { align: 1 } },
		}));
	document.tree.insert(document.document_id, contents);
	return document.document_id;
}

/** The token of what a file has become; a number is the status of a job that failed. */
export function imported(store: Store, by: Operator, request: ImportRequest): string | number {
	if (request.type === 'docx') return toDocument(store, by, request);
	const grids = gridsIn(request.bytes, request.extension);
	if (!grids) return 129;
	return request.type === 'sheet' ? toSheet(store, by, request, grids) : toBase(store, by, request, grids);
}
