/** Send and Wait for Response, answered on n8n's page. */
import { byId, only, until, usePlatform } from '../../../support/engine';
import { NODE } from '../../../support/engine/waiting';
import {
	ask,
	behaviorOf,
	buttonNamed,
	buttonsOf,
	cardText,
	data,
	DOUBLE,
	question,
	useWaiting,
} from '../../../support/engine/sendAndWait';

const platform = usePlatform();
const { waiting } = useWaiting(platform);

const BROWSER = {
	'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Lark/7.20.5 LarkLocale/zh_CN',
};

const link = (messageId: string, label: string) =>
	behaviorOf(buttonNamed(platform, messageId, label)).default_url ?? '';

const open = async (url: string, init: RequestInit = {}) => {
	const response = await fetch(url, { headers: BROWSER, ...init });
	return { status: response.status, body: await response.text() };
};

function form(fields: Record<string, string>): RequestInit {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.append(name, value);
	return { method: 'POST', body };
}

test.each([
	['Yes', true, 'green'],
	['No', false, 'red'],
] as const)('the link %s answers, and the card shows it', async (label, approved, template) => {
	const { id, messageId } = await ask(platform, waiting, { ...DOUBLE, answerIn: 'link' });
	expect(await open(link(messageId, label))).toMatchObject({
		status: 200,
		body: expect.stringContaining('Got it') as string,
	});
	expect(only(waiting.output(id)).json).toMatchObject({
		data: { approved },
		message_id: messageId,
		chat_id: platform.chat.chat_id,
		answered_in: 'link',
	});
	await until(() => buttonsOf(platform, messageId).length === 0, 'the card to change');
	expect(platform.message(messageId).card).toMatchObject({ header: { template } });
	expect(cardText(platform, messageId)).toContain(`**${label}**`);
});

test.each([
	'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
	'Mozilla/5.0 (compatible; Bytespider; spider-feedback@example.com)',
	'facebookexternalhit/1.1',
	'Mozilla/5.0 Preview Service',
	'curl/8.5.0',
	'Go-http-client/2.0',
	'',
])('a program that looks at links decides nothing: %s', async (agent) => {
	const { id, messageId } = await ask(platform, waiting, { answerIn: 'link' });
	const { status } = await open(link(messageId, 'Approve'), { headers: { 'user-agent': agent } });
	expect([status, waiting.status(id)]).toEqual([200, 'waiting']);
});

test('two links at the same moment decide once, and the card shows what counts', async () => {
	const { id, messageId } = await ask(platform, waiting, { ...DOUBLE, answerIn: 'link' });
	const urls = ['Yes', 'No'].map((label) => link(messageId, label));
	const before = platform.tokenRequests.length;
	waiting.meet(2);
	const answers = await Promise.all(urls.map(async (url) => await open(url)));
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 500]);
	expect(answers.filter(({ body }) => body.includes('Got it'))).toHaveLength(1);
	const winner = answers[0]?.body.includes('Got it') === true;
	expect(data(waiting, id).approved).toBe(winner);
	await until(() => buttonsOf(platform, messageId).length === 0, 'the card to change');
	expect(cardText(platform, messageId)).toContain(winner ? '**Yes**' : '**No**');
	// Whoever came too late has not even begun to change the card.
	expect(platform.tokenRequests).toHaveLength(before + 1);
	expect((await open(urls[winner ? 1 : 0] ?? '')).body).not.toContain('Got it');
	expect(data(waiting, id).approved).toBe(winner);
});

test('a text is entered on n8n’s form page', async () => {
	const { id, messageId } = await ask(platform, waiting, { responseType: 'freeText', answerIn: 'link' });
	const url = link(messageId, 'Submit');
	const page = JSON.parse((await open(url)).body) as { template: string; data: Record<string, unknown> };
	expect(page).toMatchObject({
		template: 'form-trigger',
		data: { formTitle: 'Holidays', formFields: [{ id: 'field-0', label: 'Response', isTextarea: true }] },
	});
	expect(page.data.formDescription).toContain('Anna');
	expect(waiting.status(id)).toBe('waiting');
	expect((await open(url, form({ 'field-0': 'Fine' }))).status).toBe(200);
	expect(data(waiting, id)).toMatchObject({ text: 'Fine' });
	await until(() => cardText(platform, messageId).includes('Fine'), 'the card to change');
});

test('a form gives the values of its choices', async () => {
	const { id, messageId } = await ask(platform, waiting, {
		responseType: 'customForm',
		answerIn: 'link',
		message: 'Which <b>days</b>?',
		formFields: {
			values: [
				{ fieldLabel: 'From', fieldType: 'date', requiredField: true },
				{ fieldLabel: 'Kind', fieldType: 'select', choices: 'Paid = p, Unpaid = u' },
				{ fieldLabel: 'Days', fieldType: 'multiSelect', choices: 'Mon\nTue' },
				{ fieldLabel: 'Urgent', fieldType: 'checkbox' },
			],
		},
	});
	const url = link(messageId, 'Submit');
	const page = (await open(url)).body;
	expect(JSON.parse(page)).toMatchObject({
		data: {
			formDescription: expect.not.stringContaining('<b>') as string,
			formFields: [
				{ isInput: true, type: 'date', inputRequired: 'form-required' },
				{ isSelect: true, selectOptions: ['Paid = p', 'Unpaid = u'] },
				{ isMultiSelect: true, multiSelectOptions: [{ label: 'Mon' }, { label: 'Tue' }] },
				{ isMultiSelect: true, multiSelectOptions: [{ label: 'Yes' }] },
			],
		},
	});
	await open(
		url,
		form({ 'field-0': '2026-12-24', 'field-1': 'Unpaid = u', 'field-2': '["Mon","Tue"]', 'field-3': '["Yes"]' }),
	);
	expect(data(waiting, id)).toMatchObject({
		From: '2026-12-24',
		Kind: 'Unpaid = u',
		Days: ['Mon', 'Tue'],
		Urgent: true,
	});
});

const ASKED = {
	responseType: 'customForm',
	answerIn: 'link',
	formFields: {
		values: [
			{ fieldLabel: 'Why <b>', fieldType: 'text', requiredField: true },
			{ fieldLabel: 'From', fieldType: 'date' },
			{ fieldLabel: 'Kind', fieldType: 'select', choices: 'Paid, Unpaid' },
			{ fieldLabel: 'Days', fieldType: 'multiSelect', choices: 'Mon, Tue' },
			{ fieldLabel: 'Urgent', fieldType: 'checkbox' },
		],
	},
};

test.each([
	['without what is required', {}, 'must be filled in'],
	['with white space for what is required', { 'field-0': ' \n' }, '&#39;Why &#60;b&#62;&#39; must be filled in'],
	['with a choice that is not offered', { 'field-0': 'x', 'field-2': 'Double' }, 'nothing but the choices'],
	['with one among several', { 'field-0': 'x', 'field-3': '["Mon","Sun"]' }, 'nothing but the choices'],
	['with no text among several', { 'field-0': 'x', 'field-3': '[{"toString":1}]' }, 'nothing but the choices'],
	['with a day that is none', { 'field-0': 'x', 'field-1': 'soon' }, 'must be a date'],
])('a form %s is refused, and the question stays open', async (_what, fields, words) => {
	const { id, messageId } = await ask(platform, waiting, ASKED);
	const answer = await open(link(messageId, 'Submit'), form(fields));
	expect(answer).toMatchObject({ status: 400, body: expect.stringContaining(words) as string });
	expect(waiting.status(id)).toBe('waiting');
	expect((await open(link(messageId, 'Submit'), form({ 'field-0': 'x' }))).status).toBe(200);
	expect(waiting.status(id)).toBe('success');
});

test('what nobody has answered is null, as in a card', async () => {
	const { id, messageId } = await ask(platform, waiting, ASKED);
	await open(link(messageId, 'Submit'), form({ 'field-0': 'x', 'field-1': '', 'field-3': '[]', 'field-4': '[]' }));
	expect(data(waiting, id)).toMatchObject({ 'Why <b>': 'x', From: null, Kind: null, Days: null, Urgent: false });
});

test('a card that can not be changed at once is changed later, with one sign-in', async () => {
	const { messageId } = await ask(platform, waiting, { answerIn: 'link' });
	platform.simulator.faults.add({
		path: `/open-apis/im/v1/messages/${messageId}`,
		times: 1,
		action: { type: 'code', http: 500, code: 2200, msg: 'try later' },
	});
	const before = platform.tokenRequests.length;
	await open(link(messageId, 'Approve'));
	await until(() => buttonsOf(platform, messageId).length === 0, 'the card to change');
	expect(platform.tokenRequests).toHaveLength(before + 1);
});

test('a link without n8n’s signature, or with a changed meaning, decides nothing', async () => {
	const { id, messageId } = await ask(platform, waiting, { ...DOUBLE, answerIn: 'link' });
	const [yes, no] = [new URL(link(messageId, 'Yes')), new URL(link(messageId, 'No'))];
	yes.searchParams.set('decision', no.searchParams.get('decision') ?? '');
	expect((await open(yes.toString())).status).toBe(401);
	no.searchParams.delete('signature');
	expect((await open(no.toString())).status).toBe(401);
	expect(waiting.status(id)).toBe('waiting');
});

test('a card that can not be changed takes nothing from the answer', async () => {
	const { id, messageId } = await ask(platform, waiting, { answerIn: 'link' });
	platform.message(messageId).deleted = true;
	expect((await open(link(messageId, 'Approve'))).status).toBe(200);
	expect(data(waiting, id).approved).toBe(true);
	// All tries, so that none falls into another test.
	await until(() => platform.calls.filter(({ method }) => method === 'PATCH').length === 3, 'the last try');
});

test.each([
	[
		'approvers',
		{ options: { approvers: { person: [{ user: byId('ou_1') }] } }, answerIn: 'link' },
		"'Approvers' can't be used",
	],
	[
		'a person on a page',
		{
			responseType: 'customForm',
			answerIn: 'link',
			formFields: { values: [{ fieldLabel: 'Stand-in', fieldType: 'person' }] },
		},
		"'Field 1 → Type' can't be Person",
	],
	['no words', { message: ' ' }, "'Message' is empty"],
	['an empty form', { responseType: 'customForm' }, "'Form Fields' is empty"],
	['a time that has passed', { options: { limitWaitTime: { values: { maxDateAndTime: '2020-01-01' } } } }, 'no time'],
])('%s are refused before anything is sent', async (_what, changes, words) => {
	const { run } = await waiting.begin(question(platform, changes), platform.credential);
	const [task] = run.data.resultData.runData[NODE] ?? [];
	expect(`${task?.error?.message} ${task?.error?.description}`).toContain(words);
	expect(platform.calls).toEqual([]);
	expect(run.waitTill).toBeUndefined();
});
