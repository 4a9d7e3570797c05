import { anyAddress, type NamedDocument } from '../../../feishu/drive/anyAddress';
import type { DocumentType } from '../../../feishu/drive/documentAddress';
import type { Asking } from '../client/asking';
import { locatorField, TEXT } from '../fields/locator';
import { fieldGroup } from '../fields/nested';
import { choiceField, type Words } from '../fields/plain';
import { complaint, mappedField, type Field } from '../operation/field';
import { WIKI_NODE, wikiNodes } from '../wiki/wikiNodes';

/** A file or document as the endpoints of Drive name one. */
export interface DriveDocument {
	type: Exclude<DocumentType, 'wiki'>;
	token: string;
}

/** A file or document as filled in. A wiki's page has to be looked up where its content is meant. */
export class AnyDocument {
	constructor(
		/** Its type is known. */
		readonly named: { type: DocumentType; token: string },
		/** What complaints call the field. */
		readonly label: string,
		/** Of the address, the part of the document that it opens: a sheet, or a table. */
		readonly part?: string,
		private readonly accepted: Pick<DocumentWords<string>, 'types' | 'takes'> = {},
	) {}

	/** What is meant itself: behind a wiki's page, what lies there. @throws InputError when that is of another kind; CallError */
	async content({ feishu, context, errorContext }: Asking): Promise<DriveDocument> {
		const { type, token } = this.named;
		if (type !== 'wiki') return { type, token };
		const { obj_type, obj_token } = await wikiNodes(context, feishu, errorContext)(token);
		const { types, takes } = this.accepted;
		const lies = obj_type as DriveDocument['type'];
		if (types && !types.includes(lies))
			throw complaint(this.label, `holds a page of a wiki with ${A[lies] ?? lies} in it`, takes);
		return { type: lies, token: obj_token };
	}
}

const kind = choiceField({
	displayName: 'Kind',
	name: 'documentKind',
	options: [
		{ name: 'Base', value: 'bitable' },
		{ name: 'Document', value: 'docx' },
		{ name: 'Document of the Old Kind', value: 'doc' },
		{ name: 'File', value: 'file' },
		{ name: 'Folder', value: 'folder' },
		{ name: 'From the Address', value: 'address' },
		{ name: 'Mind Note', value: 'mindnote' },
		{ name: 'Page of a Wiki', value: 'wiki' },
		{ name: 'Slides', value: 'slides' },
		{ name: 'Spreadsheet', value: 'sheet' },
	],
	default: 'address',
	description: 'What it is; an address says it, and most tokens do',
});

interface DocumentWords<N extends string> extends Partial<Words<N>> {
	/** Kinds that the operation takes; all unless given. */
	types?: readonly DocumentType[];
	/** What it takes in words, as in "Choose a document or a spreadsheet". */
	takes?: string;
	/** Set where a page of a wiki is not taken either, nor what lies in it: what to do then. */
	noPages?: string;
}

/** Anything in Drive or in a wiki, by its address or its token. @throws InputError */
export function anyDocumentField<const N extends string = 'document'>({
	types,
	takes = '',
	noPages,
	...words
}: DocumentWords<N> = {}) {
	const located: Field<{ value: string }, N> = locatorField({
		displayName: 'File or Document',
		description: 'Paste its address; that of its page in a wiki will do as well',
		modes: [
			{ displayName: 'By URL', name: 'url', ...TEXT, placeholder: 'e.g. https://example.feishu.cn/docx/UMKcdh…' },
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. UMKcdhmaOo6PcpxkEMOcSC5Qnxb' },
		],
		calls: [WIKI_NODE],
		...words,
		name: (words.name ?? 'document') as N,
	});
	const named = mappedField(located, ({ value }, label): [NamedDocument, string] => [anyAddress(label, value), label]);
	return fieldGroup('anyDocument', [named, kind], ({ read }): AnyDocument => {
		const [{ type: told, token, part }, label] = read(named);
		const chosen = read(kind);
		const type = chosen === 'address' ? told : chosen;
		if (type === undefined)
			throw complaint(label, 'holds a token that does not say of what it is', "Choose 'Kind', or paste the address");
		if (types && (type !== 'wiki' || noPages) && !types.includes(type))
			throw complaint(label, `holds ${A[type]}`, type === 'wiki' ? (noPages ?? takes) : takes);
		return new AnyDocument({ type, token }, label, part, { types, takes });
	});
}

/** What people call each of them. */
export const A: Readonly<Record<DocumentType, string>> = {
	bitable: 'a base',
	doc: 'a document of the old kind',
	docx: 'a document',
	file: 'a file',
	folder: 'a folder',
	mindnote: 'a mind note',
	sheet: 'a spreadsheet',
	slides: 'slides',
	wiki: 'a page of a wiki',
};
