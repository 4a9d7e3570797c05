import { InputError } from '../input';
import { strayId } from '../idKinds';

/** Where something new is to lie: in a folder of Drive, or below a page of a wiki. */
export type FolderAddress = { folder_token: string } | { wikiNode: string; origin: string };

const TOKEN = /^[A-Za-z0-9]{10,64}$/;

/**
 * The place in what a person entered for a folder: its token, its address, or the address of a wiki's page.
 * @param label the name of the field on the panel
 * @throws InputError for anything else, with where to copy the right one
 */
export function folderAddress(label: string, entered: string): FolderAddress {
	const given = entered.trim();
	if (!/^https?:\/\//i.test(given)) {
		if (TOKEN.test(given) && strayId(given) === undefined) return { folder_token: given };
		throw new InputError(label, `The field '${label}' holds no folder: ${given.slice(0, 60)}`, strayId(given) ?? COPY);
	}
	const { pathname = '', origin = '' } = URL.canParse(given) ? new URL(given) : {};
	const [, folder, wiki] =
		/\/drive\/(?:shared\/)?folder\/([A-Za-z0-9]+)|\/wiki\/(?!settings\/|space\/)([A-Za-z0-9]+)/.exec(pathname) ?? [];
	if (folder !== undefined) return { folder_token: folder };
	if (wiki !== undefined) return { wikiNode: wiki, origin };
	throw new InputError(label, `The field '${label}' holds an address without a folder: ${given.slice(0, 80)}`, COPY);
}

const COPY =
	'Open the folder in the browser and copy the address, such as https://example.feishu.cn/drive/folder/fldcn…';
