/** Tags that are a block by themselves, in no line of words: `<image url="…"/>`. */
import { parseObject, type JsonObject } from '../json';
import { attributeOf } from '../markdown/tags';
import { mediaSource, type NewBlock } from './newBlock';

type Attributes = ReadonlyMap<string, string>;

const ALIGN: Readonly<Record<string, number>> = { left: 1, center: 2, right: 3 };

/** Left is where everything stands, so it is not said. */
export function alignOf(attributes: Attributes): JsonObject {
	const align = ALIGN[attributeOf(attributes, 'align').toLowerCase()];
	return align === undefined || align === 1 ? {} : { align };
}

/** A whole number of pixels, rows or the like; nothing where it is none or out of bounds. */
function numberOf(attributes: Attributes, name: string, most = 100_000): number | undefined {
	const value = Number(attributeOf(attributes, name).replace(/px$/, ''));
	return Number.isInteger(value) && value > 0 && value <= most ? value : undefined;
}

const sized = (attributes: Attributes): JsonObject => {
	const [width, height] = [numberOf(attributes, 'width'), numberOf(attributes, 'height')];
	return { ...(width && { width }), ...(height && { height }) };
};

/** The most rows and columns of an embedded spreadsheet that is made with a document. */
const SHEET_LIMIT = 9;

type Builder = (attributes: Attributes) => NewBlock | undefined;

const BUILDERS: { readonly [name: string]: Builder | undefined } = {
	'add-ons': (attributes) => {
		const component_type_id = attributeOf(attributes, 'component-type-id');
		const record = attributeOf(attributes, 'record');
		if (component_type_id === '' || !parseObject(record)) return undefined;
		return { kind: 'add_ons', body: { component_type_id, record } };
	},
	bitable: (attributes) => ({
		kind: 'bitable',
		body: { view_type: attributeOf(attributes, 'view') === 'kanban' ? 2 : 1 },
	}),
	'chat-card': (attributes) => {
		const chat_id = attributeOf(attributes, 'id');
		return chat_id === '' ? undefined : { kind: 'chat_card', body: { chat_id, ...alignOf(attributes) } };
	},
	file: (attributes) => {
		const written = attributeOf(attributes, 'url', 'src', 'token');
		if (written === '') return undefined;
		const name = attributeOf(attributes, 'name');
		const view = Number(attributeOf(attributes, 'view-type'));
		return {
			kind: 'file',
			body: { token: '', ...((view === 1 || view === 2) && { view_type: view }) },
			content: { of: 'file', source: mediaSource(written), name },
		};
	},
	iframe: (attributes) => {
		const url = attributeOf(attributes, 'url', 'src');
		const iframe_type = Number(attributeOf(attributes, 'type'));
		if (!/^https?:\/\//i.test(url) || !Number.isInteger(iframe_type) || iframe_type < 1) return undefined;
		return { kind: 'iframe', body: { component: { iframe_type, url: encodeURIComponent(url) } } };
	},
	image: (attributes) => {
		const written = attributeOf(attributes, 'url', 'src', 'token');
		if (written === '') return undefined;
		const caption = attributeOf(attributes, 'caption');
		const image = { ...sized(attributes), ...alignOf(attributes), ...(caption && { caption: { content: caption } }) };
		return { kind: 'image', body: {}, content: { of: 'image', source: mediaSource(written), image } };
	},
	sheet: (attributes) => ({
		kind: 'sheet',
		body: {
			row_size: numberOf(attributes, 'rows', SHEET_LIMIT) ?? 3,
			column_size: numberOf(attributes, 'cols', SHEET_LIMIT) ?? 3,
		},
	}),
	whiteboard: (attributes) => ({ kind: 'board', body: { ...sized(attributes), ...alignOf(attributes) } }),
};

/** The block of a tag; undefined where the tag is none, or lacks what the block must have. */
export function loneBlock(name: string, attributes: Attributes): NewBlock | undefined {
	return BUILDERS[name]?.(attributes);
}

/** A spreadsheet within the document that holds these rows; what it has no room for is in its content all the same. */
export function sheetBlock(rows: string[][]): NewBlock {
	const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
	return {
		kind: 'sheet',
		body: { row_size: Math.min(SHEET_LIMIT, Math.max(1, rows.length)), column_size: Math.min(SHEET_LIMIT, columns) },
		...(rows.length > 0 && { content: { of: 'sheet', rows } }),
	};
}
