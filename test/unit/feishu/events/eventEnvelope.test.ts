import fc from '../../../support/generated';

import { readEnvelope, toIsoTime, toMilliseconds, type EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { type JsonObject } from '../../../../feishu/json';
import { EVENTS } from '../../../../feishu/events/eventTypes';
import { actorKind, isOwnAction, subjectOf } from '../../../../feishu/events/subject';
import { APP_ID, messageEvent, v1Event } from '../../../support/events';

function envelopeOf(body: object): EventEnvelope {
	const read = readEnvelope(JSON.parse(JSON.stringify(body)) as JsonObject);
	if (!read) throw new Error('not an envelope');
	return read.envelope;
}

const typed = (event_type: string, event: object) => envelopeOf({ ...messageEvent({ header: { event_type } }), event });

describe('times', () => {
	it.each<[string, unknown, string | null]>([
		['seconds', '1608725989', '2020-12-23T12:19:49.000Z'],
		['seconds with a fraction', '1502199207.7171419', '2017-08-08T13:33:27.717Z'],
		['milliseconds', '1608725989000', '2020-12-23T12:19:49.000Z'],
		['microseconds', '1608725989000123', '2020-12-23T12:19:49.000Z'],
		['a number', 1608725989000, '2020-12-23T12:19:49.000Z'],
		['nothing', undefined, null],
		['an empty text', '', null],
		['words', 'yesterday', null],
		['a negative number', '-5', null],
		['too many digits', '16087259890001234', null],
		['an object', {}, null],
	])('reads %s', (_name, value, iso) => {
		expect(toIsoTime(value)).toBe(iso);
	});

	it('never gives a time that a date can not hold', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string({ unit: fc.constantFrom(...'0123456789.') }), fc.double(), fc.anything()),
				(value) => {
					const milliseconds = toMilliseconds(value);
					expect(milliseconds === null || !Number.isNaN(new Date(milliseconds).getTime())).toBe(true);
				},
			),
		);
	});
});

describe('readEnvelope', () => {
	it('gives every body of the same event one shape', () => {
		const keys = ['schema', 'event_type', 'event_id', 'create_time', 'app_id', 'tenant_key', 'event'];
		for (const body of [messageEvent(), v1Event()]) expect(Object.keys(envelopeOf(body))).toEqual(keys);
	});

	it('keeps the verification token out of the envelope', () => {
		expect(JSON.stringify(envelopeOf(messageEvent()))).not.toContain('verification-token');
		expect(JSON.stringify(envelopeOf(v1Event()))).not.toContain('verification-token');
	});

	it('fills gaps with empty texts', () => {
		expect(envelopeOf({ schema: '2.0', header: { event_type: 'x' } })).toMatchObject({
			event_id: '',
			app_id: '',
			tenant_key: '',
			create_time: null,
			event: {},
		});
	});
});

describe('subjectOf', () => {
	it.each<[string, EventEnvelope, object]>([
		[
			'a message',
			envelopeOf(messageEvent()),
			{
				chat_id: 'oc_group',
				chat_type: 'group',
				message_type: 'text',
				actor_ids: ['ou_sender', 'on_sender', 'e33ggbyz'],
			},
		],
		[
			'a message of 1.0',
			envelopeOf(
				v1Event({}, { type: 'message', open_chat_id: 'oc_1', chat_type: 'private', msg_type: 'text', open_id: 'ou_1' }),
			),
			{ chat_id: 'oc_1', chat_type: 'p2p', message_type: 'text', actor_ids: ['ou_1'] },
		],
		[
			'a card button',
			typed('card.action.trigger', { operator: { open_id: 'ou_2' }, context: { open_chat_id: 'oc_2' } }),
			{ chat_id: 'oc_2', chat_type: '', message_type: '', actor_ids: ['ou_2'] },
		],
		[
			'a member who joined',
			typed('im.chat.member.user.added_v1', { chat_id: 'oc_3', operator_id: { open_id: 'ou_3', union_id: 'on_3' } }),
			{ chat_id: 'oc_3', chat_type: '', message_type: '', actor_ids: ['ou_3', 'on_3'] },
		],
		[
			'a reaction',
			typed('im.message.reaction.created_v1', { user_id: { open_id: 'ou_4' } }),
			{ chat_id: '', chat_type: '', message_type: '', actor_ids: ['ou_4'] },
		],
		[
			'an approval of 1.0',
			envelopeOf(v1Event({}, { type: 'approval_task', approval_code: 'A-1', instance_code: 'I-1', open_id: 'ou_5' })),
			{ chat_id: '', chat_type: '', message_type: '', actor_ids: ['ou_5'], approval_code: 'A-1', instance_code: 'I-1' },
		],
		[
			'an approval definition',
			typed('approval.approval.updated_v4', { object: { approval_code: 'A-2' } }),
			{ chat_id: '', chat_type: '', message_type: '', actor_ids: [], approval_code: 'A-2' },
		],
		[
			'a file that several people edited',
			typed('drive.file.edit_v1', {
				file_token: 'doc1',
				operator_id_list: [{ open_id: 'ou_6' }, { open_id: 'ou_7', user_id: 'u7' }],
			}),
			{
				chat_id: '',
				chat_type: '',
				message_type: '',
				actor_ids: ['ou_6', 'ou_7', 'u7'],
				file_tokens: ['doc1'],
			},
		],
		[
			'a file that was made in a folder',
			typed('drive.file.created_in_folder_v1', { file_token: 'doc2', folder_token: 'fld1' }),
			{ chat_id: '', chat_type: '', message_type: '', actor_ids: [], file_tokens: ['doc2', 'fld1'] },
		],
		[
			'a comment',
			typed('drive.notice.comment_add_v1', { notice_meta: { file_token: 'doc3', from_user_id: { open_id: 'ou_8' } } }),
			{ chat_id: '', chat_type: '', message_type: '', actor_ids: ['ou_8'], file_tokens: ['doc3'] },
		],
		[
			'a meeting',
			typed('vc.meeting.meeting_started_v1', {
				meeting: { id: '1', owner: { id: { open_id: 'ou_owner' } } },
				operator: { id: { open_id: 'ou_a', union_id: 'on_a', user_id: 'a' }, user_role: 1 },
			}),
			{ chat_id: '', chat_type: '', message_type: '', actor_ids: ['ou_a', 'on_a', 'a'] },
		],
		[
			'an import into HR',
			typed('hire.ehr_import_task.imported_v1', { operator_id: '7', operator_user_id: { open_id: 'ou_b' } }),
			{ chat_id: '', chat_type: '', message_type: '', actor_ids: ['ou_b'] },
		],
		[
			'a ticket of the help desk',
			typed('helpdesk.ticket.created_v1', { ticket_id: '1', guest: { id: { open_id: 'ou_c' } } }),
			{ chat_id: '', chat_type: '', message_type: '', actor_ids: ['ou_c'] },
		],
		[
			'a course',
			typed('elearning.course_registration.created_v2', { learner: { user_id: { open_id: 'ou_d' }, email: 'x' } }),
			{ chat_id: '', chat_type: '', message_type: '', actor_ids: ['ou_d'] },
		],
		[
			'a bot that was added, in 1.0',
			envelopeOf(
				v1Event({}, { type: 'add_bot', open_chat_id: 'oc_1', operator_open_id: 'ou_e', operator_employee_id: 'e1' }),
			),
			{ chat_id: 'oc_1', chat_type: '', message_type: '', actor_ids: ['ou_e', 'e1'] },
		],
		[
			'nobody and nothing',
			typed('contact.scope.updated_v3', {}),
			{ chat_id: '', chat_type: '', message_type: '', actor_ids: [] },
		],
	])('of %s', (_name, envelope, subject) => {
		expect(subjectOf(envelope)).toEqual({ approval_code: '', instance_code: '', file_tokens: [], ...subject });
	});

	it('takes any payload', () => {
		fc.assert(
			fc.property(fc.object(), (event) => {
				const envelope = { ...envelopeOf(messageEvent()), event };
				expect(Array.isArray(subjectOf(envelope).actor_ids)).toBe(true);
				expect(typeof isOwnAction(envelope, { appId: APP_ID })).toBe('boolean');
			}),
		);
	});
});

describe('isOwnAction', () => {
	const message = (sender: object) => envelopeOf(messageEvent({ sender }));
	const reaction = (event: object) => typed('im.message.reaction.created_v1', event);

	it.each<[string, EventEnvelope, boolean]>([
		['a message of a person', message({}), false],
		['a message of the app', message({ sender_type: 'app', sender_id: { app_id: APP_ID } }), true],
		['a message of the app as bot', message({ sender_type: 'bot', sender_id: { open_id: APP_ID } }), true],
		['a message of another app', message({ sender_type: 'app', sender_id: { app_id: 'cli_fedcba9876543210' } }), false],
		[
			'a message of a bot that can not be told',
			message({ sender_type: 'bot', sender_id: { open_id: 'ou_bot' } }),
			true,
		],
		['a reaction of the app', reaction({ operator_type: 'app', app_id: APP_ID }), true],
		['a reaction of another app', reaction({ operator_type: 'app', app_id: 'cli_fedcba9876543210' }), false],
		['a reaction of a person', reaction({ operator_type: 'user', user_id: { open_id: 'ou_1' } }), false],
		['another event', typed('im.chat.updated_v1', { operator_type: 'app', app_id: APP_ID }), false],
	])('%s', (_name, envelope, own) => {
		expect(isOwnAction(envelope, { appId: APP_ID })).toBe(own);
	});

	it.each<[string, object, boolean]>([
		['the bot of the app', { open_id: 'ou_mine', union_id: 'on_x', user_id: null }, true],
		['another bot', { open_id: 'ou_other', union_id: 'on_x', user_id: null }, false],
		['another bot that names its app', { open_id: 'ou_other', app_id: 'cli_fedcba9876543210' }, false],
		['a bot without an open_id', { union_id: 'on_x' }, true],
		['a bot without any id', {}, true],
	])('a message of %s, where the bot of the app is known', (_name, sender_id, own) => {
		const envelope = message({ sender_type: 'bot', sender_id });
		expect(isOwnAction(envelope, { appId: APP_ID, botOpenId: 'ou_mine' })).toBe(own);
	});

	it.each<[string, EventEnvelope, '' | 'bot' | 'person']>([
		['a message of a person', message({}), 'person'],
		['a message of a bot', message({ sender_type: 'bot', sender_id: { open_id: 'ou_bot' } }), 'bot'],
		['a message of 1.0', envelopeOf(v1Event({}, { type: 'message', open_id: 'ou_1' })), 'person'],
		['a reaction of an app', reaction({ operator_type: 'app', app_id: APP_ID }), 'bot'],
		['an approval', envelopeOf(v1Event()), ''],
	])('%s tells who acted', (_name, envelope, kind) => expect(actorKind(envelope)).toBe(kind));
});

describe('the list of events', () => {
	it('is whole, and every type and every name stands in it once', () => {
		expect(EVENTS).toHaveLength(258);
		expect(new Set(EVENTS.map(({ type }) => type)).size).toBe(258);
		expect(new Set(EVENTS.map(({ name }) => name)).size).toBe(258);
	});

	it.each([
		...['attendance.user_flow.created_v1', 'attendance.user_task.updated_v1'],
		...['created', 'updated', 'regular', 'resigned', 'resurrect', 'to_be_resigned'].map(
			(what) => `directory.employee.${what}_v1`,
		),
		...['created', 'updated', 'deleted'].map((what) => `directory.department.${what}_v1`),
		...['leave_approval_revert', 'work_approval_revert', 'out_approval_revert', 'user_update', 'user_leave'],
		...['dept_update', 'dept_delete', 'remove_user_from_chat', 'revoke_add_user_from_chat'],
	])('has %s', (type) => expect(EVENTS.map((event) => event.type)).toContain(type));

	it('has English names, known kinds and versions, and links to the platform', () => {
		for (const { name, kind, schema, doc } of EVENTS) {
			expect(name).toMatch(/^[A-Za-z][A-Za-z0-9 ,()-]+$/);
			expect(['event', 'callback']).toContain(kind);
			expect(['1.0', '2.0', 'legacy-card']).toContain(schema);
			expect(doc ?? 'https://open.feishu.cn/document/').toMatch(/^https:\/\/open\.feishu\.cn\/document\//);
		}
	});

	it('knows the main events by the names that people use', () => {
		const names = new Map(EVENTS.map(({ type, name }) => [type, name]));
		expect(names.get('im.message.receive_v1')).toBe('Message Received');
		expect(names.get('card.action.trigger')).toBe('Card Action (Button, Form, Select)');
		expect(names.get('approval_instance')).toBe('Approval Instance Status Changed (v1)');
		expect(names.get('drive.file.bitable_record_changed_v1')).toBe('Base Record Changed');
	});
});
