/** Cells of events: a text for every type, read as the plain value that a read of the record gives. */
import type { BaseField } from '../../../../feishu/base/baseField';
import { hasUnknownOption, plainEventCell, saysTheSame } from '../../../../feishu/base/eventCells';
import type { ToldCell } from '../../../../feishu/base/tableEvents';

const options = [
	{ id: 'optA', name: 'Open' },
	{ id: 'optB', name: 'Done' },
];
const field = (type: number): BaseField => ({ field_id: 'fld1', field_name: 'F', type, property: { options } });
const cell = (field_value: string, users: ToldCell['users'] = []): ToldCell => ({
	field_id: 'fld1',
	field_value,
	users,
});

it.each<[string, number, string, unknown]>([
	['text', 1, '[{"text":"Hi ","type":"text"},{"text":"@Ada","type":"mention"}]', 'Hi @Ada'],
	['text that is JSON by itself', 1, '[1, 2]', '[1, 2]'],
	['text as it is', 1, 'plain', 'plain'],
	['a number', 2, '12.5', 12.5],
	['a number that is none', 2, 'x', 'x'],
	['an option by its ID', 3, 'optB', 'Done'],
	['an option that is gone', 3, 'optZ', 'optZ'],
	['options', 4, '["optA","optB"]', ['Open', 'Done']],
	['a moment', 5, '1800000000000', '2027-01-15T08:00:00.000Z'],
	['a tick', 7, 'true', true],
	['no tick', 7, 'false', false],
	['people without their names', 11, '[{"id":"ou_1"}]', [{ id: 'ou_1' }]],
	['a phone number, which is no number', 13, '+8613800000000', '+8613800000000'],
	['a link', 15, '[{"type":"url","text":"X","link":"https://x"}]', { text: 'X', link: 'https://x' }],
	['files', 17, '[{"file_token":"f1","name":"a.png"}]', [{ file_token: 'f1', name: 'a.png' }]],
	['links', 18, '["rec1","rec2"]', ['rec1', 'rec2']],
	['links both ways', 21, '["rec1"]', ['rec1']],
	['a place', 22, '{"location":"1,2","name":"X"}', { location: '1,2', name: 'X' }],
	['groups', 23, '[{"id":"oc_1"}]', [{ id: 'oc_1' }]],
	['a step', 24, 'Second', 'Second'],
	['the time of a change', 1002, '1800000000000', '2027-01-15T08:00:00.000Z'],
	['a number of its own', 1005, '0017', '0017'],
	['nothing', 1, '', null],
	['no option', 3, '', null],
	['no people', 11, '', null],
	['a type that nobody knows', 4711, '{"a":1}', { a: 1 }],
])('%s', (_what, type, value, plain) => {
	const read = plainEventCell(field(type), cell(value));
	expect(read).toEqual(type === 17 ? [{ file_token: 'f1', name: 'a.png', type: undefined, size: undefined }] : plain);
});

test('people come with their names, by the open_id that the app knows them by', () => {
	const users = [{ user_id: { open_id: 'ou_1', union_id: 'on_1' }, name: 'Ada', en_name: 'Ada' }];
	expect(plainEventCell(field(11), cell('[{"id":"ou_1"}]', users))).toEqual([{ id: 'ou_1', name: 'Ada' }]);
	expect(plainEventCell(field(1003), cell('[{"id":"ou_1"}]', users))).toEqual({ id: 'ou_1', name: 'Ada' });
});

test('what an event does not tell of is empty', () => {
	expect([plainEventCell(field(1), undefined), plainEventCell(field(7), undefined)]).toEqual([null, false]);
});

test('an option that the field does not have is one that came later', () => {
	expect(hasUnknownOption(field(3), cell('optC'))).toBe(true);
	expect(hasUnknownOption(field(4), cell('["optA","optC"]'))).toBe(true);
	expect(hasUnknownOption(field(3), cell('optA'))).toBe(false);
	expect(hasUnknownOption(field(3), cell(''))).toBe(false);
	expect(hasUnknownOption(field(1), cell('optC'))).toBe(false);
});

test('two values say the same where one tells more of people or files', () => {
	expect(saysTheSame([{ id: 'ou_1', name: 'Ada' }], [{ id: 'ou_1', name: 'Ada', email: 'a@b.c' }])).toBe(true);
	expect(saysTheSame([{ file_token: 'f1' }], [{ file_token: 'f1', size: 3 }])).toBe(true);
	expect(saysTheSame('a', 'b')).toBe(false);
	expect(saysTheSame(['rec1'], ['rec1', 'rec2'])).toBe(false);
});
