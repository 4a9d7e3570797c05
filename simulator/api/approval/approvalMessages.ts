import { refused } from '../../approval/problem';
import { newId } from '../../platform/ids';
import { anything, object, objects, oneOf, required, text } from '../../platform/validate';
import { approvalRoute, personOf } from './approvalRoute';

const V1 = '/open-apis/approval/v1/message';
const SCOPES = ['approval:approval:readonly'];
const TEMPLATES = /^10(0[1-9]|1\d|2[0-8])$/;
/** The only one that changes afterwards. */
const CHANGING = '1008';
const LONGEST_MS = 30 * 86_400_000;
const ONCE_MS = 3_600_000;

const STATUSES = [
	'APPROVED',
	'REJECTED',
	'CANCELLED',
	'FORWARDED',
	'ROLLBACK',
	'ADD',
	'DELETED',
	'PROCESSED',
	'CUSTOM',
];
const MOST_ACTIONS = 2;
const MOST_SUMMARIES = 5;

/** Here the texts are one object, and no list of keys and values as elsewhere. */
const WORDS = required(objects({ locale: required(text()), is_default: anything(), texts: required(object()) }));

function requireText(
	resources: ReadonlyArray<{ texts: Record<string, unknown> }>,
	keys: ReadonlyArray<string | undefined>,
): void {
	for (const key of keys)
		if (key && !resources.some(({ texts }) => typeof texts[key] === 'string'))
			throw refused.params(`no text for ${key}`);
}

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/message/send-bot-messages and update-bot-messages */
export const approvalMessageRoutes = [
	approvalRoute({
		method: 'POST',
		path: `${V1}/send`,
		...{ scopes: SCOPES, tier: 4 },
		body: {
			...{
				template_id: required(text()),
				user_id: text(),
				open_id: text(),
				uuid: text({ max: 64 }),
				approval_name: text(),
			},
			...{
				title_user_id: text(),
				title_user_id_type: oneOf(['user_id', 'open_id']),
				comment: text(),
				content: object(),
			},
			...{ note: text(), sender_user_id: text(), text: text(), action_callback: object(), action_configs: anything() },
			actions: required(
				objects(
					{
						...{ action_name: required(text()), url: required(text()), android_url: required(text()) },
						...{ ios_url: required(text()), pc_url: required(text()) },
					},
					{ max: MOST_ACTIONS },
				),
			),
			i18n_resources: WORDS,
		},
		handle(call) {
			const { body, platform } = call;
			const { botMessages } = platform.store.approvals;
			if (!TEMPLATES.test(body.template_id)) throw refused.params('template_id');
			const [first] = body.actions;
			if (first?.action_name !== 'DETAIL') throw refused.params('the first action is DETAIL');
			if (body.actions.some(({ url }) => !/^https?:\/\//.test(url))) throw refused.params('url has no scheme');
			const { summaries } = body.content ?? {};
			if (Array.isArray(summaries) && summaries.length > MOST_SUMMARIES) throw refused.params('too many summaries');
			requireText(body.i18n_resources, [body.approval_name, body.comment, body.note]);
			const named = body.user_id ? personOf(call, body.user_id, 'user_id') : undefined;
			const open_id = named ?? personOf(call, body.open_id ?? '', 'open_id');
			const now = platform.clock.now();
			const isSame = ({ body: { uuid } }: { body: { uuid?: string } }) => body.uuid !== undefined && uuid === body.uuid;
			const before = [...botMessages.values()].find((one) => isSame(one) && now - one.created < ONCE_MS);
			// The same uuid sends nothing within an hour.
			if (before) return { data: { message_id: before.message_id } };
			const message_id = newId.message();
			botMessages.set(message_id, { message_id, template_id: body.template_id, open_id, created: now, body });
			platform.store.changed();
			return { data: { message_id } };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${V1}/update`,
		scopes: SCOPES,
		body: {
			...{ message_id: required(text()), status: required(oneOf(STATUSES)), status_name: text() },
			...{ detail_action_name: text(), i18n_resources: WORDS },
		},
		handle({ body, platform: { store, clock } }) {
			const message = store.approvals.botMessages.get(body.message_id);
			if (!message) throw refused.params('message_id');
			if (message.template_id !== CHANGING) throw refused.params('only messages of template 1008 change');
			if (clock.now() - message.created > LONGEST_MS) throw refused.params('the message is older than 30 days');
			if (body.status === 'CUSTOM' && !body.status_name) throw refused.params('status_name');
			requireText(body.i18n_resources, [body.status_name, body.detail_action_name]);
			message.status = body.status;
			store.changed();
			return { data: { message_id: message.message_id } };
		},
	}),
];
