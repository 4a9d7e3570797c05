import { InputError } from '../input';

/** What the address of a spreadsheet says. */
export interface SheetAddress {
	/** Of the spreadsheet itself; undefined where a wiki's page has to be looked up first. */
	spreadsheetToken?: string;
	/** Of the wiki's page that holds the spreadsheet. */
	wikiNode?: string;
	/** The sheet that was open, by its ID such as `Q7PlXT`: never by its name. */
	sheet?: string;
}

const COPY =
	'Open the spreadsheet in the browser and copy the address, such as https://example.feishu.cn/sheets/Iow7sN…?sheet=Q7PlXT';

const TOKEN = /^[A-Za-z0-9]{10,64}$/;

const SHEET_ID = /^[A-Za-z0-9]{6}$/;

/** Pages of a wiki's own, which look as if they had a token. */
const NO_NODE: ReadonlySet<string> = new Set(['settings', 'space', 'home']);

/** What else people have open when they copy an address, by what stands in it, with what to do then. */
const OTHERS: ReadonlyArray<readonly [RegExp, string, string]> = [
	[/^\/share\/|\/record\//, 'of something shared, which does not say of which spreadsheet it is', COPY],
	[/\/base\//, 'of a base, not of a spreadsheet', 'A base goes into the node Feishu Base'],
	[/\/(?:docx|docs)\//, 'of a document, not of a spreadsheet', 'Open the spreadsheet in a tab of its own'],
	[
		/\/file\//,
		'of a file in Drive, not of a spreadsheet',
		'Only a spreadsheet of the platform has cells: import the file as one first',
	],
	[/\/drive\/folder\//, 'of a folder, not of a spreadsheet', 'Open a spreadsheet in it and copy that address'],
];

/** How old tokens begin, where they tell what they are of. */
const OLD_TOKENS: Readonly<Record<string, string>> = {
	bas: 'This is the token of a base, which goes into the node Feishu Base',
	box: `This is the token of a file. ${COPY}`,
	dox: `This is the token of a document. ${COPY}`,
	doc: `This is the token of a document. ${COPY}`,
	fld: `This is the token of a folder. ${COPY}`,
};

/**
 * The IDs in what a person entered for a spreadsheet: its token, or an address of the browser (a spreadsheet's or a wiki
 * page's, of Feishu, Lark or a host of its own; the path tells, not the host).
 * @param label the name of the field on the panel
 * @throws InputError for anything else, with where to copy the right one
 */
export function sheetAddress(label: string, entered: string): SheetAddress {
	const given = entered.trim();
	if (given === '') throw new InputError(label, `The field '${label}' is empty`, COPY);
	if (!/^https?:\/\//i.test(given)) return bareToken(label, given);
	const { pathname, searchParams } = URL.canParse(given) ? new URL(given) : NOWHERE;
	const [, kind, token] = /\/(sheets|spreadsheets|wiki)\/([A-Za-z0-9]+)/.exec(pathname) ?? [];
	if (kind === undefined || token === undefined || (kind === 'wiki' && NO_NODE.has(token)))
		throw noSpreadsheet(label, given, pathname);
	const sheet = searchParams.get('sheet') ?? '';
	return {
		...(kind === 'wiki' ? { wikiNode: token } : { spreadsheetToken: token }),
		...(SHEET_ID.test(sheet) && { sheet }),
	};
}

const NOWHERE = { pathname: '', searchParams: new URLSearchParams() };

function noSpreadsheet(label: string, given: string, pathname: string): InputError {
	const [, of, advice] = OTHERS.find(([form]) => form.test(pathname)) ?? [];
	if (of !== undefined) return new InputError(label, `The field '${label}' holds the address ${of}`, advice);
	return new InputError(
		label,
		`The field '${label}' holds an address without a spreadsheet: ${given.slice(0, 80)}`,
		COPY,
	);
}

/** Of which form tokens are nobody promises; what is plainly another ID is told. */
function bareToken(label: string, token: string): SheetAddress {
	const other = /^(bas|box|dox|doc|fld)cn/.exec(token)?.[1] ?? '';
	if (TOKEN.test(token) && other === '')
		return token.startsWith('wikcn') ? { wikiNode: token } : { spreadsheetToken: token };
	const advice = SHEET_ID.test(token)
		? `This looks like the ID of a sheet, which says nothing of the spreadsheet. ${COPY}`
		: (OLD_TOKENS[other] ?? COPY);
	throw new InputError(label, `The field '${label}' holds no spreadsheet: ${token.slice(0, 60)}`, advice);
}

/**
 * The address that opens a sheet in the browser.
 * @param spreadsheet an address that opens the spreadsheet, or its page in a wiki; what it says of a sheet is left out
 * @returns undefined for what is no address
 */
export function openSheetAt(spreadsheet: string, sheet: string): string | undefined {
	if (!/^https?:/i.test(spreadsheet) || !URL.canParse(spreadsheet)) return undefined;
	const { origin, pathname } = new URL(spreadsheet);
	return `${origin}${pathname}?sheet=${sheet}`;
}
