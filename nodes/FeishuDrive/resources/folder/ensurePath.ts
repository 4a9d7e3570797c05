import { share, SHARED_SHAPE } from '../../../shared/drive/share';
import { shareFolderField } from '../../../shared/drive/shareField';
import { text } from '../../../../feishu/json';
import { perChanger } from '../../../shared/client/pacing';
import { platformAddress } from '../../../shared/drive/addressOf';
import { filesIn, LIST_FILES } from '../../../shared/drive/filesIn';
import { optionalDriveFolderField } from '../../../shared/drive/folder';
import { textField } from '../../../shared/fields/plain';
import { alone } from '../../../shared/operation/alone';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation, type OperationContext } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const CREATE_FOLDER = 'POST /open-apis/drive/v1/files/create_folder';

/** Levels of Drive, and bytes of a name. Source: …/drive-v1/file/create_folder */
const [MOST_LEVELS, MAX_NAME] = [15, 256];

const path = mappedField(
	textField({
		displayName: 'Path',
		name: 'folderPath',
		required: true,
		placeholder: 'e.g. Reports/2026/November',
		description: 'Names of folders, each in the one before, with a slash between them; \\/ is a slash in a name',
	}),
	(given, label) => {
		const names = given
			.split(/(?<!\\)\//)
			.map((name) => name.replaceAll('\\/', '/').trim())
			.filter((name) => name !== '');
		if (names.length === 0) throw complaint(label, 'names no folder', 'e.g. Reports/2026/November');
		if (names.length > MOST_LEVELS) throw complaint(label, 'is too deep', `Folders go ${MOST_LEVELS} deep`);
		const long = names.find((name) => Buffer.byteLength(name) > MAX_NAME);
		if (long !== undefined)
			throw complaint(
				label,
				`has a name that is too long: ${long.slice(0, 20)}…`,
				`Use up to ${MAX_NAME} bytes a name`,
			);
		return names;
	},
);

const parent = optionalDriveFolderField(
	{ displayName: 'Parent Folder', name: 'parentFolder' },
	'For pages take Feishu Wiki → Page → Ensure Path',
);

export const ensurePath = defineOperation({
	value: 'ensurePath',
	name: 'Ensure Path',
	action: 'Ensure that a path of folders exists',
	description: 'Find folders by their path, and make those that are missing; gives the last one',
	endpoint: LIST_FILES,
	alsoCalls: [CREATE_FOLDER],
	scopes: ['drive:drive'],
	identity: 'either',
	fields: [path, parent, shareFolderField],
	output: outputOf({
		token: 'string',
		name: 'string',
		'url?': 'string',
		created: 'boolean',
		created_names: ['string'],
		...SHARED_SHAPE,
	}),
	// Two items with one path must not make its folders twice.
	orderBy: () => 'drive',
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const names = read(path);
		const begin = read(parent) ?? '';
		const chosen = read(shareFolderField);
		const sharing = await chosen.resolve(feishu);
		const { appId } = await feishu.sender();
		const folder = await alone(`folders ${appId} ${begin}`, async () => await ensured(feishu, begin, names));
		// Who has one that was there already is not asked again.
		return folder.created
			? { ...folder, ...(await share(asking, { type: 'folder', token: folder.token }, sharing)) }
			: folder;
	},
});

interface Folder {
	token: string;
	url?: string;
}

/** Names are not unique: of several folders with one name, the one that was edited last is taken. */
async function ensured(feishu: OperationContext['feishu'], begin: string, names: readonly string[]) {
	const made: string[] = [];
	let folder: Folder = { token: begin };
	for (const name of names) {
		const found = made.length > 0 ? undefined : await folderCalled(feishu, folder.token, name);
		if (!found) made.push(name);
		folder =
			found ??
			(await feishu.call<Folder>(CREATE_FOLDER, {
				body: { name, folder_token: folder.token },
				paces: [perChanger(await feishu.sender())],
			}));
	}
	const { token, url = await platformAddress(feishu, { type: 'folder', token }) } = folder;
	return { token, name: names.at(-1), ...(url && { url }), created: made.length > 0, created_names: made };
}

async function folderCalled(
	feishu: OperationContext['feishu'],
	parent_token: string,
	name: string,
): Promise<Folder | undefined> {
	for await (const file of filesIn(feishu, parent_token || undefined))
		if (file.type === 'folder' && text(file.name).trim() === name)
			return { token: text(file.token), url: text(file.url) || undefined };
	return undefined;
}
