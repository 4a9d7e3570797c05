import { plainText } from '../../../../feishu/markdown';
import type { JsonObject } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';
import { collectionField } from '../../../shared/fields/nested';
import { textField } from '../../../shared/fields/plain';
import { chatField } from '../../../shared/im/chat';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ADD_BLOCKS, DELETE_BLOCKS, GET_CHILDREN, writeBlocks } from './blocks';
import { changeField, changesField, type Change } from './change';
import { aboutAnnouncement, GET_ANNOUNCEMENT } from './kind';
import { appendRequest, GET_OLDER, UPDATE_OLDER, type OlderAnnouncement } from './olderDocument';
import { textBlocks } from './textBlocks';

const chat = chatField();

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	mappedField(
		textField({
			displayName: 'Revision',
			name: 'revision',
			placeholder: 'e.g. 12',
			description: 'The revision that the change is made on, as Announcement: Get gives it; without it, the newest one',
		}),
		(revision, label) => {
			if (/^\d*$/.test(revision)) return revision;
			throw complaint(label, 'must be a number');
		},
	),
]);

/** What goes into an announcement of the newer kind, and what into one of the older; undefined where it has no such thing. */
const newer = (wanted: Change): readonly JsonObject[] | undefined => {
	if ('text' in wanted) return textBlocks(wanted.text, wanted.format);
	return wanted.change === 'blocks' ? wanted.list : undefined;
};
const older = (wanted: Change): readonly JsonObject[] | undefined => {
	if ('list' in wanted) return wanted.change === 'requests' ? wanted.list : undefined;
	const words = wanted.format === 'markdown' ? plainText(wanted.text) : wanted.text;
	return wanted.change === 'append' ? [appendRequest(words)] : undefined;
};

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update the announcement of a chat',
	description: 'Change the announcement of a group',
	endpoint: ADD_BLOCKS,
	alsoCalls: [GET_ANNOUNCEMENT, GET_CHILDREN, DELETE_BLOCKS, GET_OLDER, UPDATE_OLDER],
	scopes: ['im:chat.announcement:write_only'],
	identity: 'either',
	fields: [chat, changesField, options],
	output: outputOf({ chat_id: 'string', announcement_type: 'string', updated: 'boolean' }),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const wanted = read(changesField);
		const { revision = '' } = read(options);
		const { isOlder } = await aboutAnnouncement(feishu, chat_id);
		const parts = isOlder ? older(wanted) : newer(wanted);
		if (!parts)
			throw changeField.refuse(
				`does not go with this group, whose announcement is of the ${isOlder ? 'older' : 'newer'} kind`,
				"Choose 'Add Text at the End', which both kinds take",
			);
		if (isOlder) await updateOlder(feishu, chat_id, parts, revision);
		else {
			const replaces = wanted.change === 'replace';
			await writeBlocks(feishu, chat_id, parts, { replaces, ...(revision && { revision: Number(revision) }) });
		}
		return { chat_id, announcement_type: isOlder ? 'doc' : 'docx', updated: true };
	},
});

async function updateOlder(feishu: FeishuClient, chat_id: string, parts: readonly JsonObject[], given: string) {
	const path = { chat_id };
	const revision = given || ((await feishu.call<OlderAnnouncement>(GET_OLDER, { path })).revision ?? '0');
	// Each request is JSON in a string.
	await feishu.call(UPDATE_OLDER, { path, body: { revision, requests: parts.map((one) => JSON.stringify(one)) } });
}
