import type { Announcement } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';

type Json = Record<string, unknown>;
type Text = Pick<Announcement, 'title' | 'blocks'>;

export const editFailed = (detail: string) => new PlatformError(232018, `Updating announcement failed, ext=${detail}.`);

function parse(value: unknown, what: string): Json {
	try {
		const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
		if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Json;
	} catch {
		// Refused below like JSON of another kind.
	}
	throw editFailed(`${what} is not a JSON object`);
}

const listOf = (value: unknown, what: string): object[] => {
	if (!Array.isArray(value)) throw editFailed(`${what} is not a list`);
	return value as object[];
};

/** Text under any object of the old document type: `textRun.text` of its elements. */
function textOf(value: unknown): string {
	if (Array.isArray(value)) return value.map(textOf).join('');
	if (typeof value !== 'object' || value === null) return '';
	const run = (value as Json).textRun as Json | undefined;
	return typeof run?.text === 'string' ? run.text : Object.values(value).map(textOf).join('');
}

const lengthOf = (block: object) => textOf(block).length + 1;

/** The start of the body; the title comes before it and takes an index for each character and one for its end. */
const bodyStart = ({ title }: Text) => title.length + 1;

function insertBlocks(text: Text, request: Json): Text {
	const blocks = listOf(parse(request.payload, 'payload').blocks, 'blocks');
	const { index, startOfZone, endOfZone } = parse(request.location, 'location');
	if (endOfZone === true) return { ...text, blocks: [...text.blocks, ...blocks] };
	if (startOfZone === true) return { ...text, blocks: [...blocks, ...text.blocks] };
	if (typeof index !== 'number' || index < 0) throw editFailed('invalid location');
	let at = 0;
	for (let end = bodyStart(text); at < text.blocks.length && end < index; at += 1)
		end += lengthOf(text.blocks[at] ?? {});
	return { ...text, blocks: [...text.blocks.slice(0, at), ...blocks, ...text.blocks.slice(at)] };
}

/** Whole blocks inside the range go; parts of a block stay, which is less than the platform does. */
function deleteRange(text: Text, request: Json): Text {
	const { startIndex, endIndex } = parse(request.deleteRange ?? request.range, 'deleteRange');
	if (typeof startIndex !== 'number' || typeof endIndex !== 'number' || startIndex > endIndex)
		throw editFailed('invalid range');
	let end = bodyStart(text);
	const blocks = text.blocks.filter((block) => {
		const start = end;
		end += lengthOf(block);
		return start < startIndex || end - 1 > endIndex;
	});
	return { ...text, blocks };
}

function replaceAll(text: Text, request: Json): Text {
	const { queryText, replaceText } = request;
	if (typeof queryText !== 'string' || queryText === '' || typeof replaceText !== 'string')
		throw editFailed('queryText and replaceText are required');
	const quoted = (value: string) => JSON.stringify(value).slice(1, -1);
	const blocks = JSON.stringify(text.blocks).replaceAll(quoted(queryText), () => quoted(replaceText));
	return { ...text, blocks: JSON.parse(blocks) as object[] };
}

/** What each `requestType` does, with the name of the part that carries it. */
const REQUESTS: Readonly<Record<string, { part: string; apply: (text: Text, request: Json) => Text }>> = {
	InsertBlocksRequestType: { part: 'insertBlocksRequest', apply: insertBlocks },
	UpdateTitleRequestType: {
		part: 'updateTitleRequest',
		apply: (text, request) => ({ ...text, title: textOf(parse(request.payload, 'payload')) }),
	},
	DeleteContentRangeRequestType: { part: 'deleteContentRangeRequest', apply: deleteRange },
	ReplaceAllTextRequestType: { part: 'replaceAllTextRequest', apply: replaceAll },
};

/**
 * The announcement after one edit, which comes as JSON text; 232018 for one that can't be done. Tables and styles are
 * not edited here.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/uYDM2YjL2AjN24iNwYjN
 */
export function edited(text: Text, edit: string): Text {
	const request = parse(edit, 'request');
	const known = REQUESTS[String(request.requestType)];
	if (!known) throw editFailed(`unknown requestType ${String(request.requestType)}`);
	return known.apply(text, parse(request[known.part], known.part));
}
