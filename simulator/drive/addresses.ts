import type { ItemType } from '../state/drive';

const PLACES: Readonly<Record<string, string>> = {
	bitable: 'base',
	sheet: 'sheets',
	folder: 'drive/folder',
	doc: 'docs',
	mindnote: 'mindnotes',
	wiki: 'wiki',
};

/** Where people open it. */
export const addressOf = (type: ItemType | 'wiki', token: string): string =>
	`https://company.feishu.cn/${PLACES[type] ?? type}/${token}`;
