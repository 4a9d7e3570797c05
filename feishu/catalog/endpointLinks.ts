import { InputError } from '../input';

/** Where an id stands in an address of the browser: behind a step of the path, or as a parameter. */
interface Place {
	steps?: readonly string[];
	parameter?: string;
	/** What has it, in words. */
	of: string;
	/** What a wiki's page has to hold where its address was pasted. */
	content?: Content;
}

/** What lies behind a wiki's page, as the platform names it; `any` where the request says of which type. */
export type Content = 'bitable' | 'docx' | 'sheet' | 'any';

const DOCUMENTS = ['docx', 'docs', 'sheets', 'base', 'file', 'mindnotes', 'slides', 'wiki', 'board', 'folder'];
const ANY_FILE: Place = { steps: DOCUMENTS, of: 'a document, a file or a folder', content: 'any' };
const FOLDER: Place = { steps: ['folder'], of: 'a folder' };
const SPREADSHEET: Place = { steps: ['sheets'], of: 'a spreadsheet', content: 'sheet' };

/** By the parameter's name. Addresses are those of the web client. */
const PLACES: Readonly<Record<string, Place>> = {
	app_token: { steps: ['base'], of: 'a base', content: 'bitable' },
	table_id: { parameter: 'table', of: 'a table of a base' },
	view_id: { parameter: 'view', of: 'a view of a base' },
	record_id: { parameter: 'record', of: 'a record of a base' },
	document_id: { steps: ['docx'], of: 'a document', content: 'docx' },
	spreadsheet_token: SPREADSHEET,
	spreadsheetToken: SPREADSHEET,
	sheet_id: { parameter: 'sheet', of: 'a sheet of a spreadsheet' },
	sheetId: { parameter: 'sheet', of: 'a sheet of a spreadsheet' },
	folder_token: FOLDER,
	folderToken: FOLDER,
	file_token: ANY_FILE,
	token: ANY_FILE,
	obj_token: ANY_FILE,
	docToken: ANY_FILE,
	node_token: { steps: ['wiki'], of: 'a page of a wiki' },
	parent_node_token: { steps: ['wiki'], of: 'a page of a wiki' },
	space_id: { steps: ['space', 'settings'], of: 'a wiki' },
	minute_token: { steps: ['minutes'], of: 'minutes' },
	whiteboard_id: { steps: ['board'], of: 'a whiteboard' },
	task_guid: { parameter: 'guid', of: 'a task' },
	tasklist_guid: { parameter: 'guid', of: 'a task list' },
	chat_id: { parameter: 'openChatId', of: 'a chat' },
};

/**
 * The id in an address that was pasted where an id goes; anything else as it is.
 * @param name of the parameter
 * @throws InputError for an address in which no such id stands
 */
export function idFromLink(name: string, label: string, value: unknown): unknown {
	const place = PLACES[name];
	if (!place || typeof value !== 'string' || !/^\s*https?:\/\//i.test(value)) return value;
	const found = idIn(place, value.trim());
	if (found !== undefined) return found;
	const isWiki = /\/wiki\/\w/.test(value);
	throw new InputError(
		label,
		`The field '${label}' holds an address without the ID of ${place.of}: ${value.trim().slice(0, 80)}`,
		isWiki
			? "It is the address of a wiki's page, which has an ID of its own: the endpoint 'Get Wiki space node info' (GET /open-apis/wiki/v2/spaces/get_node) gives the one that is wanted here as obj_token"
			: `Open ${place.of} in the browser and copy the address from there, or enter the ID alone`,
	);
}

/** What a wiki's page must hold whose address stands where this parameter's ID goes; undefined where it can't help. */
export const contentAt = (name: string): Content | undefined => PLACES[name]?.content;

/** The token in the address of a wiki's page; undefined for anything else. */
export function wikiNodeIn(value: unknown): string | undefined {
	if (typeof value !== 'string' || !/^\s*https?:\/\//i.test(value)) return undefined;
	const node = idIn({ steps: ['wiki'], of: '' }, value.trim());
	// The settings of a wiki have an address of the same kind.
	return node === 'settings' || node === 'space' ? undefined : node;
}

function idIn({ steps, parameter }: Place, address: string): string | undefined {
	if (!URL.canParse(address)) return undefined;
	const { pathname, searchParams } = new URL(address);
	if (parameter !== undefined) return searchParams.get(parameter) || undefined;
	const parts = pathname.split('/').filter((part) => part !== '');
	const at = parts.findIndex((part, index) => steps?.includes(part) && parts[index + 1] !== undefined);
	return at < 0 ? undefined : parts[at + 1];
}
