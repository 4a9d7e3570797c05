/** Send and Wait for Response, answered in the card. */
import { readFileSync } from 'node:fs';

import { byEmail, byId, only, until, usePlatform } from '../../../support/engine';
import {
	ask,
	behaviorOf,
	buttonsOf,
	callOf,
	cardText,
	click,
	data,
	DOUBLE,
	question,
	useWaiting,
} from '../../../support/engine/sendAndWait';

const platform = usePlatform();
const { waiting, decider } = useWaiting(platform);

const [first, second] = [() => platform.chat.members[0] ?? '', () => platform.chat.members[1] ?? ''];

const valueOf = (messageId: string) => behaviorOf(buttonsOf(platform, messageId)[0]).value;

test('waits for a click, goes on with who decided what, and shows it in the card', async () => {
	const { id, messageId } = await ask(platform, waiting, DOUBLE);
	expect(waiting.status(id)).toBe('waiting');
	expect(buttonsOf(platform, messageId).map(({ text }) => text)).toMatchObject([{ content: 'Yes' }, { content: 'No' }]);
	expect(platform.message(messageId).card).toMatchObject({
		config: { enable_forward: false },
		header: { title: { content: 'Holidays' }, template: 'blue' },
	});

	const outcome = await click(platform, messageId, 'Yes', { who: second() });
	expect(outcome).toMatchObject({ toast: { type: 'success', content: 'Recorded: Yes' }, updated: true });
	expect(waiting.status(id)).toBe('success');
	const user = platform.store.users.get(second());
	expect(only(waiting.output(id)).json).toEqual({
		data: { approved: true, respondedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string },
		operator: { open_id: second(), union_id: user?.union_id, user_id: user?.user_id },
		message_id: messageId,
		chat_id: platform.chat.chat_id,
		answered_in: 'card',
	});
	expect(buttonsOf(platform, messageId)).toEqual([]);
	expect(platform.message(messageId).card).toMatchObject({ header: { template: 'green' } });
	for (const words of ['**Anna** wants 3 days off', '**Yes**', second()])
		expect(cardText(platform, messageId)).toContain(words);
});

test('the other button declines', async () => {
	const { id, messageId } = await ask(platform, waiting, DOUBLE);
	await click(platform, messageId, 'No');
	expect(data(waiting, id).approved).toBe(false);
	expect(platform.message(messageId).card).toMatchObject({ header: { template: 'red' } });
});

test('asks once for all items, and one button is enough', async () => {
	const before = platform.messages().length;
	const { id } = await waiting.begin(question(platform), platform.credential, [{}, {}, {}]);
	expect(platform.messages()).toHaveLength(before + 1);
	const { message_id: messageId } = platform.messages().at(-1) ?? { message_id: '' };
	expect(buttonsOf(platform, messageId)).toHaveLength(1);
	await click(platform, messageId, 'Approve');
	expect(data(waiting, id).approved).toBe(true);
});

test('asks a person in their own chat', async () => {
	const { id, messageId } = await ask(platform, waiting, { sendTo: 'user', user: byEmail(platform.user.email ?? '') });
	await click(platform, messageId, 'Approve', { who: platform.user.open_id });
	expect(only(waiting.output(id)).json).toMatchObject({
		data: { approved: true },
		chat_id: platform.conversation().chat_id,
	});
});

test('a text is answered in the card', async () => {
	const { id, messageId } = await ask(platform, waiting, {
		responseType: 'freeText',
		options: { submitLabel: 'Send' },
	});
	await click(platform, messageId, 'Send', { form: { text: 'Fine *by me*' } });
	expect(data(waiting, id)).toMatchObject({ text: 'Fine *by me*' });
	expect(buttonsOf(platform, messageId)).toEqual([]);
	expect(cardText(platform, messageId)).toContain('Fine &#42;by me&#42;');
});

test('a form gives its answers by their labels, in any script', async () => {
	const formFields = {
		values: [
			{ fieldLabel: '理由', fieldType: 'multiline', requiredField: true },
			{ fieldLabel: 'From', fieldType: 'date' },
			{ fieldLabel: 'Kind', fieldType: 'select', choices: 'Paid, Unpaid' },
			{ fieldLabel: 'Stand-in', fieldType: 'person' },
			{ fieldLabel: 'Urgent', fieldType: 'checkbox' },
			{ fieldLabel: 'Note', fieldType: 'text' },
			{ fieldLabel: 'Days', fieldType: 'multiSelect', choices: 'Mon, Tue' },
			{ fieldLabel: 'Silent', fieldType: 'checkbox' },
		],
	};
	const { id, messageId } = await ask(platform, waiting, { responseType: 'customForm', formFields });
	const form = {
		field_0: '旅行',
		field_1: '2026-12-24 +0800',
		field_2: 'Paid',
		field_3: second(),
		field_4: true,
		field_5: '',
	};
	await click(platform, messageId, 'Submit', { form });
	expect(data(waiting, id)).toMatchObject({
		理由: '旅行',
		From: '2026-12-24',
		Kind: 'Paid',
		'Stand-in': second(),
		Urgent: true,
		Note: null,
		Days: null,
		Silent: false,
	});
	for (const words of ['旅行', `<person id='${second()}'`]) expect(cardText(platform, messageId)).toContain(words);
});

test('approvers alone may decide; others are told so and change nothing', async () => {
	const approvers = { person: [{ user: byId(second()) }, { user: byEmail('nobody@example.com') }] };
	await expect(ask(platform, waiting, { options: { approvers } })).rejects.toMatchObject({
		cause: { message: expect.stringContaining('nobody@example.com') as string },
	});
	const { id, messageId } = await ask(platform, waiting, {
		options: { approvers: { person: [{ user: byId(second()) }] } },
	});
	const before = cardText(platform, messageId);
	const refused = await click(platform, messageId, 'Approve', { who: first() });
	expect(refused).toMatchObject({ toast: { type: 'warning', content: expect.stringContaining('Only') as string } });
	expect([waiting.status(id), cardText(platform, messageId)]).toEqual(['waiting', before]);
	await click(platform, messageId, 'Approve', { who: second() });
	expect(waiting.status(id)).toBe('success');
});

test.each(['union_id', 'user_id', 'email'] as const)('an approver is known by %s', async (kind) => {
	const user = platform.store.users.get(second());
	const approvers = { person: [{ user: byId(String(user?.[kind])) }] };
	const { id, messageId } = await ask(platform, waiting, { options: { approvers } });
	await click(platform, messageId, 'Approve', { who: first() });
	expect(waiting.status(id)).toBe('waiting');
	await click(platform, messageId, 'Approve', { who: second() });
	expect(waiting.status(id)).toBe('success');
});

test('approvers of all kinds of IDs stand side by side', async () => {
	const [one, other] = [first(), second()].map((id) => platform.store.users.get(id));
	const person = [one?.union_id, other?.email, 'a-user-id'].map((id) => ({ user: byId(String(id)) }));
	const { id, messageId } = await ask(platform, waiting, { options: { approvers: { person } } });
	expect(platform.calls.find(({ path }) => path.endsWith('/batch_get_id'))?.query).toBe('user_id_type=open_id');
	await click(platform, messageId, 'Approve', { who: second() });
	expect(waiting.status(id)).toBe('success');
});

test('an app that may not read user IDs says so to an approver who is known by nothing else', async () => {
	const asking = async (...ids: string[]) =>
		await ask(platform, waiting, { options: { approvers: { person: ids.map((id) => ({ user: byId(id) })) } } });
	const userId = String(platform.store.users.get(second())?.user_id);
	const alone = await asking(userId);
	const beside = await asking(userId, first());
	for (const app of platform.store.apps.values()) app.scopes = ['im:message'];

	const { toast } = await click(platform, alone.messageId, 'Approve', { who: second() });
	expect(toast).toMatchObject({
		type: 'warning',
		content: expect.stringContaining('contact:user.employee_id:readonly') as string,
	});
	expect(decider.context.warnings).toEqual([expect.stringContaining('contact:user.employee_id:readonly')]);
	expect(waiting.status(alone.id)).toBe('waiting');
	await click(platform, beside.messageId, 'Approve', { who: first() });
	expect(waiting.status(beside.id)).toBe('success');
});

test('a user ID says who somebody is in their own organization only', async () => {
	const user = platform.store.users.get(second());
	const approvers = { person: [{ user: byId(String(user?.user_id)) }] };
	const { id, messageId } = await ask(platform, waiting, { options: { approvers } });
	const call = callOf(platform, messageId, valueOf(messageId));
	const clicked = async (tenant_key: string, user_id = user?.user_id) => {
		const operator = { open_id: 'ou_somebody', tenant_key, user_id };
		const event = { ...call.envelope.event, operator };
		const envelope = { ...call.envelope, event_id: `from-${tenant_key}-${user_id}`, tenant_key: 'ours', event };
		return (await decider.answer({ ...call, envelope }))?.toast;
	};
	for (const userId of [undefined, ''])
		expect(await clicked('theirs', userId)).toEqual({
			type: 'warning',
			content: 'Only the people chosen for it can answer this',
		});
	expect(waiting.status(id)).toBe('waiting');
	expect(await clicked('ours')).toMatchObject({ type: 'success' });
});

test('a second click, later or at the same moment, decides nothing', async () => {
	const later = await ask(platform, waiting, DOUBLE);
	const { value } = {
		value: (buttonsOf(platform, later.messageId)[1]?.behaviors as Array<{ value: unknown }>)[0]?.value,
	};
	await click(platform, later.messageId, 'Yes');
	const shown = cardText(platform, later.messageId);
	const { answer } = decider;
	expect(await answer(callOf(platform, later.messageId, value))).toMatchObject({ toast: { type: 'warning' } });
	expect([data(waiting, later.id).approved, cardText(platform, later.messageId)]).toEqual([true, shown]);

	const { id, messageId } = await ask(platform, waiting, DOUBLE);
	waiting.meet(2);
	const outcomes = await Promise.all([
		click(platform, messageId, 'Yes', { who: first() }),
		click(platform, messageId, 'No', { who: second() }),
	]);
	const toasts = outcomes.map(({ toast }) => toast?.type).sort();
	expect(toasts).toEqual(['success', 'warning']);
	const winner = outcomes.findIndex(({ toast }) => toast?.type === 'success');
	expect(only(waiting.output(id)).json).toMatchObject({
		data: { approved: winner === 0 },
		operator: { open_id: winner === 0 ? first() : second() },
	});
	expect(cardText(platform, messageId)).toContain(winner === 0 ? '**Yes**' : '**No**');
});

test('several triggers of the app that get the same click decide once', async () => {
	const { id, messageId } = await ask(platform, waiting);
	const { value } = (buttonsOf(platform, messageId)[0]?.behaviors as Array<{ value: unknown }>)[0] ?? {};
	const call = callOf(platform, messageId, value);
	const asked = waiting.asked.length;
	const answers = await Promise.all([1, 2, 3].map(async () => await decider.answer(call)));
	expect(answers).toEqual([answers[0], answers[0], answers[0]]);
	expect(answers[0]).toMatchObject({ toast: { type: 'success' } });
	expect(waiting.asked).toHaveLength(asked + 1);
	expect(waiting.status(id)).toBe('success');
});

test('a click outlives the process that asked: nothing is kept in memory', async () => {
	const { id, messageId } = await ask(platform, waiting, DOUBLE);
	await jest.isolateModulesAsync(async () => {
		const fresh = await import('../../../../nodes/shared/im/sendAndWait/clickedDecision');
		expect(fresh.answerDecision).not.toBe(decider.answer);
		decider.answer = fresh.answerDecision;
		await click(platform, messageId, 'No');
	});
	expect(data(waiting, id).approved).toBe(false);
});

test('a click that comes before n8n has stored the wait is not lost', async () => {
	const { id, messageId } = await ask(platform, waiting);
	const stored = waiting.executions.get(id);
	if (!stored) throw new Error('Not stored');
	stored.status = 'running';
	const asked = waiting.asked.length;
	const clicked = click(platform, messageId, 'Approve');
	await until(() => waiting.asked.length > asked, 'the first try');
	expect(waiting.asked.at(-1)?.status).toBe(409);
	// The database may be slow.
	const [since, tries] = [Date.now(), waiting.asked.length];
	await until(() => waiting.asked.length > tries + 2, 'further tries');
	stored.status = 'waiting';
	expect(await clicked).toMatchObject({ toast: { type: 'success' } });
	expect([waiting.status(id), Date.now() - since > 400]).toEqual(['success', true]);
});

test('an execution that has gone on stays busy, which is told in time', async () => {
	const { id, messageId } = await ask(platform, waiting);
	const stored = waiting.executions.get(id);
	if (!stored) throw new Error('Not stored');
	stored.status = 'running';
	expect(await click(platform, messageId, 'Approve')).toMatchObject({ toast: { type: 'warning' }, updated: false });
});

test('the end of the time passes the input on, and a click after it decides nothing', async () => {
	const limitWaitTime = { values: { resumeAmount: 45, resumeUnit: 'minutes' } };
	const { id, messageId } = await ask(platform, waiting, { options: { limitWaitTime } });
	expect(cardText(platform, messageId)).toContain('⏳ <local_datetime millisecond=');
	await waiting.timeOut(id);
	expect(only(waiting.output(id)).json).toEqual({});
	expect(await click(platform, messageId, 'Approve')).toMatchObject({ toast: { type: 'warning' }, updated: false });
});

test('other clicks are left to the trigger', async () => {
	const call = callOf(platform, 'om_1', { approve: true });
	expect(await decider.answer(call)).toBeUndefined();
	expect(await decider.answer({ ...call, envelope: { ...call.envelope, event_type: 'im.message.receive_v1' } })).toBe(
		undefined,
	);
});

test('neither the card nor what is stored shows the secret', () => {
	const shown = [...waiting.executions.values()].map(({ data: stored }) => stored).join();
	expect(shown).toContain('feishuWait');
	expect(shown).not.toContain(platform.simulator.appSecret);
	expect(readFileSync(__filename, 'utf8')).not.toContain(platform.simulator.appSecret);
});
