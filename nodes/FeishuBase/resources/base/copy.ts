import { baseField } from '../../../shared/base/base';
import { addressOf, METADATA } from '../../../shared/drive/addressOf';
import { optionalFolderField } from '../../../shared/drive/folder';
import { share } from '../../../shared/drive/share';
import { shareField } from '../../../shared/drive/shareField';
import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { complaint } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { nameField, timeZoneField } from './fields';
import { GET_BASE } from '../../../shared/base/contents';
import { MADE_BASE, type MadeBase } from './output';
import { whenReady } from './whenReady';

const base = baseField();

const name = nameField({
	displayName: 'New Name',
	name: 'newName',
	description: 'Empty for the name that the base has',
});

const folder = optionalFolderField();

const options = collectionField({ displayName: 'Options', name: 'copyOptions', placeholder: 'Add option' }, [
	timeZoneField,
	flagField({
		displayName: 'Wait Until It Is Ready',
		name: 'wait',
		default: false,
		description:
			'Whether to wait until the copy can be used, two minutes at most; otherwise the step ends when it has begun',
	}),
	flagField({
		displayName: 'Without Content',
		name: 'withoutContent',
		default: true,
		description: 'Whether to copy tables and fields only. Of more than 50,000 records, none are copied anyway.',
	}),
]);

export const copy = defineOperation({
	value: 'copy',
	name: 'Copy',
	action: 'Copy a base',
	description: 'Make a second base of one that is there, share it, and get the address that opens it',
	endpoint: 'POST /open-apis/bitable/v1/apps/:app_token/copy',
	alsoCalls: [GET_BASE, METADATA],
	scopes: ['base:app:copy', 'bitable:app'],
	identity: 'either',
	fields: [base, name, folder, shareField, options],
	output: outputOf({ ...MADE_BASE, ready: 'boolean' }),
	async run({ read, label, ...asking }) {
		const { feishu } = asking;
		const source = read(base);
		const wanted = read(name);
		const place = read(folder);
		const { timeZone = '', wait = true, withoutContent } = read(options);
		const chosen = read(shareField);
		if (place && 'wikiNode' in place)
			throw complaint(
				label(folder),
				'holds a page of a wiki',
				'A base is copied into a folder; move it into the wiki afterwards',
			);
		const sharing = await chosen.resolve(feishu);
		const path = { app_token: await source.token(asking) };
		const { app } = await feishu.call<{ app: MadeBase }>(this.endpoint, {
			path,
			body: {
				...(wanted !== '' && { name: wanted }),
				...place,
				...(timeZone !== '' && { time_zone: timeZone }),
				...(withoutContent !== undefined && { without_content: withoutContent }),
			},
		});
		const document = { type: 'bitable', token: app.app_token } as const;
		const ready = wait && (await whenReady(asking, app.app_token));
		const url = await addressOf(feishu, document, app.url);
		return { ...app, ...(url && { url }), ready, ...(await share(asking, document, sharing)) };
	},
});
