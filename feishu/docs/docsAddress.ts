import { InputError } from '../input';

/** What the address of a document says. */
export interface DocsAddress {
	/** `docx` documents, `doc` of before 2022; `wiki` has to be looked up before anybody knows what lies behind it. */
	type: 'docx' | 'doc' | 'wiki';
	token: string;
	/** The block that the address leads to. */
	block?: string;
}

const COPY =
	'Open the document in the browser and copy the address, such as https://example.feishu.cn/docx/doxcnAJ9VRRJqVMYZ1MyKnavXWe';

/** Documents have 27 characters, those within a base 16; nobody promises that others will not come. */
const TOKEN = /^[A-Za-z0-9]{16,64}$/;

const TYPES: Readonly<Record<string, DocsAddress['type']>> = { docx: 'docx', docs: 'doc', doc: 'doc', wiki: 'wiki' };

/** Pages of a wiki's own, which look as if they had a token. */
const NO_NODE: ReadonlySet<string> = new Set(['settings', 'space', 'home']);

/** What else people have open when they copy an address, by what stands in it, with what to do then. */
const OTHERS: ReadonlyArray<readonly [RegExp, string, string]> = [
	[
		/\/(?:sheets|spreadsheets)\//,
		'of a spreadsheet, not of a document',
		'A spreadsheet goes into the node Feishu Sheets',
	],
	[/\/base\//, 'of a base, not of a document', 'A base goes into the node Feishu Base'],
	[/\/drive\/folder\//, 'of a folder, not of a document', 'Open a document in it and copy that address'],
	[
		/\/file\//,
		'of a file in Drive, not of a document',
		'Only a document of the platform has blocks: import the file as one first',
	],
	[/\/(?:slides|mindnotes?|board)\//, 'of something else than a document', COPY],
	[/\/wiki\/(?:settings|space|home)/, 'of a wiki itself, not of a page in it', 'Open the page and copy its address'],
	[/\/share\//, 'of something shared, which does not say of which document it is', COPY],
];

/** How tokens begin, where they tell what they are of. */
const OTHER_TOKENS: Readonly<Record<string, string>> = {
	bas: 'This is the token of a base, which goes into the node Feishu Base',
	box: `This is the token of a file. ${COPY}`,
	fld: `This is the token of a folder. ${COPY}`,
	sht: 'This is the token of a spreadsheet, which goes into the node Feishu Sheets',
};

/**
 * The document in what a person entered: its token, or an address of the browser (a document's or a wiki page's, of
 * Feishu, Lark or a host of its own; the path tells, not the host), with the block behind `#`.
 * @param label the name of the field on the panel
 * @throws InputError for anything else, with where to copy the right one
 */
export function docsAddress(label: string, entered: string): DocsAddress {
	const given = entered.trim();
	if (given === '') throw new InputError(label, `The field '${label}' is empty`, COPY);
	if (!/^https?:\/\//i.test(given)) return bareToken(label, given);
	const { pathname, hash } = URL.canParse(given) ? new URL(given) : NOWHERE;
	const [, kind = '', token = ''] = /\/(docx|docs|doc|wiki)\/([A-Za-z0-9]+)(?:[/]|$)/.exec(pathname) ?? [];
	const type = TYPES[kind];
	if (!type || (type === 'wiki' && NO_NODE.has(token))) throw noDocument(label, given, pathname);
	return { type, token, ...blockIn(hash) };
}

const NOWHERE = { pathname: '', hash: '' };

/** `#doxcn…`, `#part-doxcn…` and `#share-doxcn…` of a copied link to a block; all else behind `#` names none. */
function blockIn(hash: string): Pick<DocsAddress, 'block'> {
	const block = /^#(?:part-|share-)?([A-Za-z0-9]{20,64})$/.exec(hash)?.[1];
	return block === undefined ? {} : { block };
}

/** A token that stands alone is taken for a document's; that of a wiki's page looks the same, but for old ones. */
function bareToken(label: string, token: string): DocsAddress {
	if (/^wik(?:cn|us)/.test(token)) return { type: 'wiki', token };
	if (/^doc(?:cn|us)/.test(token)) return { type: 'doc', token };
	const other = /^(bas|box|fld|sht)(?:cn|us)/.exec(token)?.[1];
	if (other === undefined && TOKEN.test(token)) return { type: 'docx', token };
	throw new InputError(
		label,
		`The field '${label}' holds no document: ${token.slice(0, 60)}`,
		OTHER_TOKENS[other ?? ''] ?? COPY,
	);
}

function noDocument(label: string, given: string, pathname: string): InputError {
	const other = OTHERS.find(([form]) => form.test(pathname));
	const [what, advice] = other ? [other[1], other[2]] : ['without a document', COPY];
	return new InputError(label, `The field '${label}' holds the address ${what}: ${given.slice(0, 80)}`, advice);
}
