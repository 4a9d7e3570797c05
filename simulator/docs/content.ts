import { addBase } from '../base/make';
import { newId } from '../platform/ids';
import { addSpreadsheet } from '../sheets/make';
import { contentName } from '../state/blockTypes';
import type { Document } from '../state/docs';
import { isIn } from '../state/operator';
import { type Given, isRecord, picked, recordOf, wholeOf } from './given';
import { TEXTS } from './kinds';
import { problem } from './problem';
import { newTable } from './tableShape';
import { decoded, elementsOf, type Writing } from './text';
import { newStyle } from './textStyle';

/** Where a block is made, and by whom. */
export interface Making extends Writing {
	document: Document;
	/** In a request for blocks within each other. */
	nested: boolean;
}

const COLORS = { background_color: 15, border_color: 7, text_color: 7 };
const FRAMES = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13];
/** A board is at least this large, in pixels. */
const MIN_BOARD = 90;
const IMAGE_SIDE = 100;

function callout(given: Given): Given {
	const colors = Object.entries(COLORS).filter(([name]) => given[name] !== undefined);
	for (const [name, max] of colors) wholeOf(given[name], { min: 1, max });
	return {
		...Object.fromEntries(colors.map(([name]) => [name, given[name]])),
		emoji_id: typeof given.emoji_id === 'string' ? given.emoji_id : 'gift',
	};
}

const captionOf = ({ caption }: Given) =>
	isRecord(caption) ? { caption: picked(caption, { content: 'string' }) } : {};

/** It comes without its picture, which can only be uploaded for a block that is there. */
function image(given: Given): Given {
	if (given.token) throw problem(1770013);
	const {
		width = IMAGE_SIDE,
		height = IMAGE_SIDE,
		align = 2,
	} = picked(given, {
		...({ width: 'number', height: 'number', align: 'number' } as const),
	});
	return { token: '', width, height, align, ...captionOf(given) };
}

function chatCard(given: Given, { store, by }: Making): Given {
	const { chat_id: id, align = 1 } = picked(given, { chat_id: 'string', align: 'number' });
	const chat = store.im.chats.get(String(id));
	if (!chat || !isIn(chat, by)) throw problem(1770032);
	return { chat_id: id, align };
}

/** A spreadsheet of its own, which those see who see the document. */
function sheet(given: Given, { store, document }: Making): Given {
	const rows = wholeOf(given.row_size ?? 3, { min: 1, max: 9 });
	const columns = wholeOf(given.column_size ?? 3, { min: 1, max: 9 });
	const { owner, document_id: folder_token } = document;
	const book = addSpreadsheet(store, { title: '', owner, folder_token, in_wiki: true });
	const [first] = book.sheets;
	first?.rows.splice(rows);
	first?.columns.splice(columns);
	book.members = document.members;
	return { token: `${book.token}_${first?.sheet_id ?? ''}` };
}

function bitable(given: Given, { store, document }: Making): Given {
	const view = wholeOf(given.view_type ?? 1, { min: 1, max: 2 });
	const { owner, document_id: folder_token } = document;
	const { base, first } = addBase(store, { name: '', owner, folder_token, in_wiki: true });
	base.members = document.members;
	return { token: `${base.app_token}_${first.table_id}`, view_type: view };
}

function grid(given: Given): Given {
	const size = wholeOf(given.column_size, { min: 2 });
	if (size > 5) throw problem(1770012);
	return { column_size: size };
}

function iframe(given: Given): Given {
	const component = recordOf(given.component);
	if (!FRAMES.includes(component.iframe_type as number)) throw problem(1770001);
	return { component: { iframe_type: component.iframe_type, url: decoded(component.url) } };
}

function board(given: Given, { store, document }: Making): Given {
	const { align = 1 } = picked(given, { align: 'number' });
	const side = (value: unknown, usual: number) => (value === undefined ? usual : wholeOf(value, { min: MIN_BOARD }));
	const token = newId.board();
	store.boards.all.set(token, { document_id: document.document_id, nodes: [], made: 0 });
	return { token, align, width: side(given.width, 820), height: side(given.height, 400) };
}

/** A page of a wiki that is named, or the one that the document is. */
function inWiki(given: Given, { document }: Making): Given {
	if (!document.in_wiki) throw problem(1770038);
	return picked(given, { wiki_token: 'string' });
}

const CONTENTS: Readonly<Record<string, (given: Given, making: Making) => Given>> = {
	callout,
	image,
	sheet,
	bitable,
	grid,
	iframe,
	board,
	chat_card: chatCard,
	table: (given, { nested }) => newTable(given, nested),
	divider: () => ({}),
	table_cell: () => ({}),
	quote_container: () => ({}),
	grid_column: (given) => ({ width_ratio: wholeOf(given.width_ratio ?? 50, { min: 1, max: 99 }) }),
	file: (given) => {
		if (given.token) throw problem(1770013);
		return { token: '', name: '' };
	},
	isv: (given) => picked(given, { component_id: 'string', component_type_id: 'string' }),
	add_ons: (given) => {
		if (typeof given.component_type_id !== 'string') throw problem(1770001);
		return picked(given, { component_id: 'string', component_type_id: 'string', record: 'string' });
	},
	okr(given, { by }) {
		if (!by.user) throw problem(1770032);
		return picked(given, { okr_id: 'string' });
	},
	task: (given) => picked(given, { task_id: 'string', folded: 'boolean' }),
	wiki_catalog: (given) => picked(given, { wiki_token: 'string' }),
	sub_page_list: inWiki,
	link_preview: (given) => ({ url: decoded(given.url), url_type: given.url_type }),
};

/** What a new block of the type shows, read from what was given under the name of the type; 1770001 for what can't be that. */
export function newContent(type: number, given: unknown, making: Making): Given {
	const read = CONTENTS[contentName(type) ?? ''];
	if (read) return read(recordOf(given), making);
	if (!TEXTS.has(type)) throw problem(1770029);
	const { elements, style } = recordOf(given);
	return { elements: elementsOf(elements, type, making), style: newStyle(type, style) };
}

/** A paragraph with nothing in it, as the platform itself puts it into cells, columns and callouts. */
export const emptyText = (): Given => ({
	elements: [{ text_run: { content: '', text_element_style: {} } }],
	style: { align: 1, folded: false },
});
