import { entered, formProblem, type Input } from '../../../../../../nodes/shared/im/sendAndWait/inputs';
import { formAnswers, formPage, isLooker } from '../../../../../../nodes/shared/im/sendAndWait/answerPages';
import type { Wait } from '../../../../../../nodes/shared/im/sendAndWait/state';

test.each([
	'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
	'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Lark/7.20.5',
	'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/108 Safari/537.36 Feishu/7.21.9',
	'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
	'Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36',
])('a person may use %s', (agent) => expect(isLooker(agent)).toBe(false));

test.each([
	'Googlebot/2.1',
	'bingbot',
	'Slackbot-LinkExpanding 1.0',
	'python-requests/2.32',
	'node-fetch',
	'',
	undefined,
])('nobody decides with %s', (agent) => expect(isLooker(agent)).toBe(true));

const wait = {
	question: { title: 'Q', words: [{ tag: 'markdown', content: 'a <script> & "b"' }, { tag: 'hr' }] },
	labels: { answer: 'Send' },
	inputs: [
		{ kind: 'checkbox', name: 'field_0', label: 'Urgent' },
		{ kind: 'multiSelect', name: 'field_1', label: 'Days', options: [{ text: 'Mo', value: '1' }] },
		{ kind: 'date', name: 'field_2', label: 'When', required: true },
	],
} as unknown as Wait;

test('the form page shows words as words', () => {
	const page = formPage(wait);
	expect(page.formDescription).not.toMatch(/[<>"]/);
	expect(page).toMatchObject({
		buttonLabel: 'Send',
		formFields: [{ isMultiSelect: true }, { isMultiSelect: true }, { type: 'date', inputRequired: 'form-required' }],
	});
});

test.each([
	[{ 'field-0': '["Yes"]', 'field-1': '["Mo"]', 'field-2': '2026-01-01' }, [true, ['1'], '2026-01-01']],
	[{ 'field-0': '[]', 'field-1': 'no list', 'field-2': '' }, [false, [], '']],
	[{}, [false, [], '']],
])('reads what the page sends: %j', (sent, values) => {
	expect(Object.values(formAnswers(wait.inputs, sent))).toEqual(values);
});

const input = (kind: Input['kind'], more: Partial<Input> = {}): Input => ({ kind, name: 'one', label: 'One', ...more });

test.each<[Input['kind'], unknown, unknown]>([
	['date', '2026-12-24 +0800', '2026-12-24'],
	['date', '2026-12-24', '2026-12-24'],
	['date', '', null],
	['text', ' as it is ', ' as it is '],
	['text', ' ', null],
	['text', undefined, null],
	['multiSelect', [], null],
	['multiSelect', ['a'], ['a']],
	['checkbox', undefined, false],
	['checkbox', true, true],
])('%s: %j is taken as %j', (kind, value, expected) => {
	expect(entered([input(kind)], { one: value })).toEqual({ one: expected });
});

const options = [{ text: 'Mo', value: '1' }];

test.each<[Input, unknown, RegExp | undefined]>([
	[input('text', { required: true }), null, /'One' must be filled in/],
	[input('text'), null, undefined],
	[input('select', { options }), 'Mo', /choices/],
	[input('select', { options }), '1', undefined],
	[input('select', { options }), null, undefined],
	[input('multiSelect', { options }), ['1', '2'], /choices/],
	[input('multiSelect', { options }), ['1'], undefined],
	[input('date'), '2026-13-40', /date/],
	[input('date'), '2026-12-24', undefined],
])('%j with %j', (asked, value, problem) => {
	expect(formProblem([asked], { one: value })).toEqual(problem && expect.stringMatching(problem));
});
