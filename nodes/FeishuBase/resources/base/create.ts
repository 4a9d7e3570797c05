import { addressOf, METADATA } from '../../../shared/drive/addressOf';
import { optionalFolderField } from '../../../shared/drive/folder';
import { share } from '../../../shared/drive/share';
import { shareField } from '../../../shared/drive/shareField';
import { collectionField } from '../../../shared/fields/nested';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { CREATE_IN_WIKI } from '../../../shared/wiki/createInWiki';
import { nameField, timeZoneField } from './fields';
import { createBaseInWiki } from './inWiki';
import { MADE_BASE, type MadeBase } from './output';

const name = nameField({
	displayName: 'Name',
	name: 'baseName',
	required: true,
	description: 'What the base is called',
});

const folder = optionalFolderField({
	description:
		'Empty for the own space of the app, or of the person. By URL it may be a page of a wiki, below which the base is made. An app may use folders that it made.',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	timeZoneField,
]);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a base',
	description: 'Make a base with one table, share it, and get the address that opens it',
	endpoint: 'POST /open-apis/bitable/v1/apps',
	alsoCalls: [METADATA, ...CREATE_IN_WIKI],
	scopes: ['base:app:create', 'bitable:app'],
	identity: 'either',
	fields: [name, folder, shareField, options],
	output: outputOf({ ...MADE_BASE, 'default_table_id?': 'string', 'node_token?': 'string', 'space_id?': 'string' }),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const wanted = read(name);
		const place = read(folder);
		const { timeZone = '' } = read(options);
		const chosen = read(shareField);
		const inWiki = place !== undefined && 'wikiNode' in place ? place : undefined;
		if (inWiki && timeZone !== '') throw options.refuse("has a 'Time Zone'", 'In a wiki none can be chosen: remove it');
		const sharing = await chosen.resolve(feishu);
		const made = inWiki
			? await createBaseInWiki(asking, inWiki, wanted)
			: await createInFolder(this.endpoint, asking, {
					name: wanted,
					...(place && 'folder_token' in place && place),
					...(timeZone !== '' && { time_zone: timeZone }),
				});
		const document = { type: 'bitable', token: made.app_token } as const;
		const url = await addressOf(feishu, document, made.url);
		return { ...made, ...(url && { url }), ...(await share(asking, document, sharing)) };
	},
});

async function createInFolder(
	endpoint: string,
	{ feishu }: Parameters<typeof createBaseInWiki>[0],
	body: { name: string; folder_token?: string; time_zone?: string },
): Promise<MadeBase> {
	const { app } = await feishu.call<{ app: MadeBase }>(endpoint, { body });
	return app;
}
