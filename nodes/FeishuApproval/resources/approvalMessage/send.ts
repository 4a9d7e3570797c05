import { optionalUserField, userField } from '../../../shared/contact/person';
import { collectionField } from '../../../shared/fields/nested';
import { filledField, listField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { addressField } from '../../external/fields';
import { Texts } from '../../external/texts';
import { ID_CALLS, ownId } from '../../people/ids';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';

const template = textField({
	displayName: 'Template ID',
	name: 'messageTemplate',
	required: true,
	default: '1008',
	placeholder: 'e.g. 1008',
	description:
		'What the message says before all else, from 1001 to 1028, as the list of templates tells. 1008, somebody has to decide, is the only one that can be updated.',
});

const receiver = userField({ displayName: 'To', name: 'messageTo', description: 'Who gets the message' });

const approval = filledField({
	displayName: 'Approval Name',
	name: 'messageApproval',
	required: true,
	placeholder: 'e.g. Purchase order',
	description: 'Which approval it is about',
});

const starter = optionalUserField({ displayName: 'Started By', name: 'messageStarter', description: 'Who started it' });

const summaries = listField({
	displayName: 'Lines',
	name: 'messageLines',
	typeOptions: { rows: 3 },
	placeholder: 'e.g. Amount: 1200 CNY',
	description: 'What is shown of the form, a line each, up to five',
});

const MOST_LINES = 5;

const link = addressField('messageLink', 'Address', 'What the button for details opens', { required: true });

const comment = textField({
	displayName: 'Comment',
	name: 'messageComment',
	placeholder: 'e.g. Within the budget',
	description: 'What somebody said to it',
});
const note = textField({
	displayName: 'Note',
	name: 'messageNote',
	placeholder: 'e.g. From the ERP',
	description: 'What stands below in small letters',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	comment,
	note,
]);

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/ugDNyYjL4QjM24CO0IjN */
export const send = defineOperation({
	value: 'send',
	name: 'Send',
	action: 'Send a message of the bot of approvals',
	description: "Let Feishu's own bot of approvals tell somebody of an approval of another system",
	endpoint: 'POST /open-apis/approval/v1/message/send',
	alsoCalls: ID_CALLS,
	scopes: ['approval:approval:readonly'],
	identity: 'app',
	fields: [template, receiver, approval, starter, summaries, link, options],
	output: outputOf({ message_id: 'string' }),
	async run({ read, label, feishu, uuid, errorContext }) {
		const template_id = read(template);
		if (!/^10[0-2]\d$/.test(template_id)) throw template.refuse('is no template', 'They go from 1001 to 1028');
		const to = read(receiver);
		const texts = new Texts();
		const approval_name = texts.key(read(approval));
		const by = read(starter);
		const lines = read(summaries).map((line) => ({ summary: texts.key(line) ?? '' }));
		if (lines.length > MOST_LINES) throw summaries.refuse(`has ${lines.length} lines`, `Up to ${MOST_LINES} are shown`);
		const url = read(link);
		const more = read(options);
		nameWhomItDoesNotKnow(errorContext, { [label(receiver)]: to, [label(starter)]: by });
		const { id, type } = await ownId(feishu, to, label(receiver));
		const who = by && (await ownId(feishu, by, label(starter)));
		return await feishu.call(this.endpoint, {
			body: {
				template_id,
				[type]: id,
				uuid,
				approval_name,
				...(who && { title_user_id: who.id, title_user_id_type: who.type }),
				...(more.messageComment && { comment: texts.key(more.messageComment) }),
				...(lines.length > 0 && {
					content: { ...(who && { user_id: who.id, user_id_type: who.type }), summaries: lines },
				}),
				...(more.messageNote && { note: texts.key(more.messageNote) }),
				// The first one leads to the details, and is called so.
				actions: [{ action_name: 'DETAIL', url, android_url: url, ios_url: url, pc_url: url }],
				i18n_resources: texts.resources('object', 'zh-cn'),
			},
			idempotent: true,
		});
	},
});
