import { InputError } from '../input';

/** What the address of a document says. */
export interface DocxAddress {
	/** Of the document itself; undefined where a wiki's page has to be looked up first. */
	documentId?: string;
	/** Of the wiki's page that holds the document. */
	wikiNode?: string;
	/** The block that the address leads to, from what follows `#`. */
	block?: string;
}

const COPY =
	'Open the document in the browser and copy the address, such as https://example.feishu.cn/docx/UMKcdhmaOo6PcpxkEMOcSC5Qnxb';

/** 27 characters, of a document inside of a base 16. Source: …/docx-v1/document/document-overview */
const TOKEN = /^[A-Za-z0-9]{10,64}$/;

const BLOCK = /^(?:share-)?([A-Za-z0-9]{20,64})$/;

/** Pages of a wiki's own, which look as if they had a token. */
const NO_NODE: ReadonlySet<string> = new Set(['settings', 'space', 'home']);

/** What else people have open when they copy an address, by what stands in it, with what to do then. */
const OTHERS: ReadonlyArray<readonly [RegExp, string, string]> = [
	[/^\/share\//, 'of something shared, which does not say of which document it is', COPY],
	[/\/base\//, 'of a base, not of a document', 'A base goes into the node Feishu Base'],
	[
		/\/(?:sheets|spreadsheets)\//,
		'of a spreadsheet, not of a document',
		'A spreadsheet goes into the node Feishu Sheets',
	],
	[
		/\/docs?\//,
		'of a document of the old kind, which has no blocks',
		'Open it, choose … → Convert to a new document, and copy the new address',
	],
	[/\/file\//, 'of a file in Drive, not of a document', 'Import the file as a document first: node Feishu Drive'],
	[/\/drive\/folder\//, 'of a folder, not of a document', 'Open a document in it and copy that address'],
];

/** How old tokens begin, where they tell what they are of. */
const OLD_TOKENS: Readonly<Record<string, string>> = {
	bas: 'This is the token of a base, which goes into the node Feishu Base',
	box: `This is the token of a file. ${COPY}`,
	doc: 'This is the token of a document of the old kind, which has no blocks: convert it in Feishu first',
	fld: `This is the token of a folder. ${COPY}`,
	sht: 'This is the token of a spreadsheet, which goes into the node Feishu Sheets',
};

/**
 * The IDs in what a person entered for a document: its token, or an address of the browser (a document's or a wiki page's,
 * of Feishu, Lark or a host of its own; the path tells, not the host).
 * @param label the name of the field on the panel
 * @throws InputError for anything else, with where to copy the right one
 */
export function docxAddress(label: string, entered: string): DocxAddress {
	const given = entered.trim();
	if (given === '') throw new InputError(label, `The field '${label}' is empty`, COPY);
	if (!/^https?:\/\//i.test(given)) return bareToken(label, given);
	const { pathname = '', hash = '' } = URL.canParse(given) ? new URL(given) : {};
	const [, kind, token] = /\/(docx|wiki)\/([A-Za-z0-9]+)/.exec(pathname) ?? [];
	if (kind === undefined || token === undefined || (kind === 'wiki' && NO_NODE.has(token)))
		throw noDocument(label, given, pathname);
	const [, block] = BLOCK.exec(hash.slice(1)) ?? [];
	return { ...(kind === 'wiki' ? { wikiNode: token } : { documentId: token }), ...(block !== undefined && { block }) };
}

function noDocument(label: string, given: string, pathname: string): InputError {
	const [, of, advice] = OTHERS.find(([form]) => form.test(pathname)) ?? [];
	if (of !== undefined) return new InputError(label, `The field '${label}' holds the address ${of}`, advice);
	return new InputError(label, `The field '${label}' holds an address without a document: ${given.slice(0, 80)}`, COPY);
}

/** Of which form tokens are nobody promises; what is plainly another ID is told. */
function bareToken(label: string, token: string): DocxAddress {
	const other = /^(bas|box|doc|fld|sht)cn/.exec(token)?.[1] ?? '';
	if (TOKEN.test(token) && other === '') return token.startsWith('wikcn') ? { wikiNode: token } : { documentId: token };
	throw new InputError(
		label,
		`The field '${label}' holds no document: ${token.slice(0, 60)}`,
		OLD_TOKENS[other] ?? COPY,
	);
}
