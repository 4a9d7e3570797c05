import { isObject, text, type JsonObject } from '../json';
import { isoOfSerial, isoOfShown, shownBy } from './cellDates';

/** What is known of a cell beside its value. */
export interface ReadContext {
	/** Of the spreadsheet. */
	timeZone: string;
	/** Its number format; without it a date is a number like any other. */
	format?: string;
	/** Whether dates were asked for as text: they come as the cells show them. */
	shownDates?: boolean;
}

/**
 * A cell as a plain value: text, a number, true or false, ISO dates, a link with its label, who is mentioned, files by
 * their tokens; null where it is empty, so that every row has the same keys. What {@link sheetCell} writes reads back the
 * same. Pieces that it does not know are as they came.
 * Source: …/sheets-v2/data-operation/sheets-data-type
 */
export function plainSheetCell(value: unknown, context: ReadContext): unknown {
	if (value === undefined || value === null || value === '') return null;
	if (typeof value === 'number') return plainNumber(value, context);
	if (typeof value === 'string') return plainText(value, context);
	if (Array.isArray(value)) return pieces(value);
	return isObject(value) ? piece(value) : value;
}

function plainNumber(value: number, { format, timeZone }: ReadContext): unknown {
	const shown = format === undefined ? undefined : shownBy(format);
	return shown === undefined ? value : isoOfSerial(value, shown, timeZone);
}

/** Some answers have true and false in words. */
function plainText(value: string, { shownDates, format, timeZone }: ReadContext): unknown {
	if (value === 'TRUE' || value === 'FALSE') return format === '@' ? value : value === 'TRUE';
	return (shownDates && format !== '@' ? isoOfShown(value, timeZone) : undefined) ?? value;
}

/** One piece stands for itself, several files or people are a list, and all else is one text. */
function pieces(values: readonly unknown[]): unknown {
	const [first] = values;
	if (values.length <= 1) return first === undefined ? null : piece(first);
	const plain = values.map(piece);
	if (values.every((one) => isObject(one) && LISTED.has(text(one.type)))) return plain;
	return values.every((one) => isObject(one) && typeof one.text === 'string')
		? values.map((one) => (isObject(one) ? text(one.text) : '')).join('')
		: plain;
}

/** What several of in a cell are several things, and not the parts of one text. */
const LISTED: ReadonlySet<string> = new Set(['mention', 'embed-image', 'attachment']);

function piece(value: unknown): unknown {
	if (!isObject(value)) return value;
	const read = READERS[text(value.type)];
	return read ? read(value) : value;
}

const READERS: Readonly<Record<string, ((piece: JsonObject) => unknown) | undefined>> = {
	text: (piece) => text(piece.text) || null,
	url: link,
	mention,
	formula: (piece) => piece.value ?? text(piece.text),
	multipleValue: ({ values }) => (Array.isArray(values) && values.length > 0 ? (values as unknown[]) : null),
	'embed-image': ({ fileToken, width, height }) => ({ file_token: fileToken, width, height }),
	attachment: ({ fileToken, text: name, mimeType, size }) => ({ file_token: fileToken, name, type: mimeType, size }),
};

/** A link that shows its own address was written as that alone; so was an e-mail address. */
function link(piece: JsonObject): unknown {
	const label = text(piece.text);
	const address = text(piece.link) || label;
	const bare = address.replace(/^mailto:/i, '');
	return label === '' || label === address || label === bare ? label || address : { text: label, link: address };
}

/** With whatever of it tells who or what: its token where there is one, else what it shows. */
function mention(piece: JsonObject): JsonObject {
	const shown = text(piece.text);
	const id = text(piece.token) || shown;
	const objType = text(piece.objType);
	return {
		mention: id.replace(/^@/, ''),
		...(shown !== id && shown !== '' && { name: shown.replace(/^@/, '') }),
		...(objType !== '' && { objType }),
	};
}
