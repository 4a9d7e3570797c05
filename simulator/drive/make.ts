import { addBase, copyBase } from '../base/make';
import { addDocument, copyOfDocument } from '../docs/make';
import { newId } from '../platform/ids';
import { addSpreadsheet } from '../sheets/make';
import { type Item, itemOf } from '../state/documents';
import { type ItemType, PLAIN_TYPES, type PlainType } from '../state/drive';
import type { Store } from '../state/store';
import { timesOf } from './times';

export interface NewDocument {
	title: string;
	/** open_id in the store. */
	owner: string;
	folder_token?: string;
	in_wiki?: boolean;
}

/** Types that somebody can make empty: files have to be uploaded. */
export type MadeType = 'bitable' | 'docx' | 'sheet' | PlainType;

const plain = (type: PlainType) => (store: Store, request: NewDocument) => {
	const token = newId.document();
	store.drive.documents[type].set(token, { folder_token: '', in_wiki: false, ...request, token, members: [] });
	return token;
};

/** What makes a document of each type and gives its token: a product with documents of its own names it here. */
const MAKERS: Readonly<Record<MadeType, (store: Store, request: NewDocument) => string>> = {
	bitable: (store, { title, ...more }) => addBase(store, { name: title, ...more }).base.app_token,
	sheet: (store, request) => addSpreadsheet(store, request).token,
	docx: (store, request) => addDocument(store, request).document_id,
	doc: plain('doc'),
	mindnote: plain('mindnote'),
	slides: plain('slides'),
};

export function makeDocument(store: Store, type: MadeType, request: NewDocument): Item {
	return made(store, MAKERS[type](store, request), type);
}

/** A copy of each type, whose content is that of the source. */
const COPIERS: Readonly<Partial<Record<ItemType, (store: Store, token: string, request: NewDocument) => string>>> = {
	bitable(store, token, { title, ...more }) {
		const base = store.bases.all.get(token);
		if (!base) throw new Error(`no base ${token}`);
		const copy = copyBase(store, base, { name: title, ...more });
		copy.in_wiki = more.in_wiki ?? false;
		return copy.app_token;
	},
	docx(store, token, request) {
		return copyOfDocument(store, token, request).document_id;
	},
	sheet(store, token, request) {
		const copy = addSpreadsheet(store, request);
		copy.sheets = structuredClone(store.sheets.all.get(token)?.sheets ?? []);
		return copy.token;
	},
	file(store, source, { title: name, owner, folder_token: parent = '', in_wiki = false }) {
		const file = store.bases.files.get(source);
		if (!file) throw new Error(`no file ${source}`);
		const token = newId.media();
		const { content_type, bytes } = file;
		store.bases.files.set(token, { token, name, content_type, bytes, owner, parent, members: [], in_wiki });
		return token;
	},
};

export function copyDocument(store: Store, { type, token }: Item, request: NewDocument): Item {
	const copier = COPIERS[type];
	if (copier) return made(store, copier(store, token, request), type);
	const plainType = PLAIN_TYPES.find((each) => each === type);
	if (!plainType) throw new Error(`${type} is not copied`);
	return makeDocument(store, plainType, request);
}

function made(store: Store, token: string, type: ItemType): Item {
	const item = itemOf(store, token, type);
	if (!item) throw new Error(`${type} ${token} is not kept`);
	timesOf(store, token);
	return item;
}
