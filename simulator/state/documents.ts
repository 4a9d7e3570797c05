import type { Member } from './bases';
import { ITEM_TYPES, type ItemType } from './drive';
import type { Store } from './store';

/** What of a document says who may do what with it. */
export interface Shared {
	/** open_id in the store of a person, or of an app's bot. */
	owner: string;
	members: Member[];
}

/** What each product keeps of a document under one of two names. */
interface Kept {
	owner: string;
	members?: Member[];
	in_wiki?: boolean;
	title?: string;
	name?: string;
	folder_token?: string;
	parent?: string;
}

/** Where the documents of a type are kept: a product with documents of its own names them here. */
const KEPT: Readonly<Record<ItemType, (store: Store) => Map<string, Kept>>> = {
	bitable: ({ bases }) => bases.all,
	sheet: ({ sheets }) => sheets.all,
	file: ({ bases }) => bases.files,
	folder: ({ bases }) => bases.folders,
	shortcut: ({ drive }) => drive.shortcuts,
	docx: ({ docs }) => docs.all,
	doc: ({ drive }) => drive.documents.doc,
	mindnote: ({ drive }) => drive.documents.mindnote,
	slides: ({ drive }) => drive.documents.slides,
};

/** Anything that lies in Drive or in a wiki, as Drive sees it. */
export class Item implements Shared {
	constructor(
		readonly type: ItemType,
		readonly token: string,
		private readonly kept: Kept,
	) {}

	get name(): string {
		return this.kept.title ?? this.kept.name ?? '';
	}

	set name(name: string) {
		if (this.kept.title === undefined) this.kept.name = name;
		else this.kept.title = name;
	}

	get owner(): string {
		return this.kept.owner;
	}

	set owner(owner: string) {
		this.kept.owner = owner;
	}

	/** The folder in which it lies; empty in the owner's own space. */
	get folder(): string {
		return this.kept.folder_token ?? this.kept.parent ?? '';
	}

	set folder(folder: string) {
		if (this.kept.folder_token === undefined) this.kept.parent = folder;
		else this.kept.folder_token = folder;
	}

	get inWiki(): boolean {
		return this.kept.in_wiki ?? false;
	}

	set inWiki(is: boolean) {
		this.kept.in_wiki = is;
	}

	get members(): Member[] {
		this.kept.members ??= [];
		return this.kept.members;
	}
}

/** What has this token; with a type only if it is one. */
export function itemOf(store: Store, token: string, wanted?: string): Item | undefined {
	for (const type of ITEM_TYPES) {
		const kept = wanted === undefined || wanted === type ? KEPT[type](store).get(token) : undefined;
		if (kept) return new Item(type, token, kept);
	}
	return undefined;
}

export const allItems = (store: Store): Item[] =>
	ITEM_TYPES.flatMap((type) => [...KEPT[type](store)].map(([token, kept]) => new Item(type, token, kept)));

/** Those right in a folder; without one, those in everybody's own spaces. */
export const itemsIn = (store: Store, folder: string): Item[] =>
	allItems(store).filter((item) => {
		const place = store.drive.rootOf(item.folder) === undefined ? item.folder : '';
		return place === folder && !item.inWiki;
	});

/** The folders around something, the nearest first. */
export function foldersAround(store: Store, { folder }: Pick<Item, 'folder'>): Item[] {
	const found = folder === '' ? undefined : itemOf(store, folder, 'folder');
	return found ? [found, ...foldersAround(store, found)] : [];
}

/** Takes something away; it is remembered that it was there. */
export function removeItem(store: Store, { type, token }: Item): void {
	KEPT[type](store).delete(token);
	store.drive.deleted.add(token);
	if (type === 'bitable') store.bases.deleted.add(token);
	if (type === 'sheet') store.sheets.deleted.add(token);
	if (type === 'docx') store.docs.deleted.add(token);
}
