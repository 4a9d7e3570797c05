import { FIELD, type BaseField } from '../../../../feishu/base/baseField';
import { isAboutRecord, isTooMuch, refusedCells } from '../../../../feishu/base/refusedCells';

const field = (field_name: string, type: number): BaseField => ({ field_id: `fld${field_name}`, field_name, type });
const fields = [
	field('Title', FIELD.text),
	field('Owner', FIELD.person),
	field('Helper', FIELD.person),
	field('Files', FIELD.attachment),
	field('Chats', FIELD.group),
];

it.each<[number | undefined, Record<string, unknown>, Array<[string, string]>]>([
	[1254066, { Title: 'x', Owner: [] }, [['Owner', 'people']]],
	[
		1254066,
		{ Owner: [], Helper: [] },
		[
			['Owner', 'people'],
			['Helper', 'people'],
		],
	],
	[1254066, { Owner: null, Title: 'x' }, []],
	[1254060, { Title: 'x', Owner: [] }, [['Title', 'text']]],
	[1254303, { Files: [] }, [['Files', 'attachments of this base']]],
	[1254027, { Files: [] }, [['Files', 'attachments of this base']]],
	[1254106, { Files: [] }, [['Files', 'attachments']]],
	// The code for everything names what has none of its own first.
	[1254015, { Title: 'x', Chats: [] }, [['Chats', 'groups']]],
	[1254015, { Title: 'x' }, [['Title', 'text']]],
	[1254043, { Title: 'x' }, []],
	[undefined, { Title: 'x' }, []],
])('%s with %j', (code, cells, expected) => {
	expect(refusedCells(code, fields, cells).map(({ field: name, takes }) => [name, takes])).toEqual(expected);
});

it.each([
	[1254066, true, false],
	[1254015, true, false],
	[1254043, true, false],
	[1254104, false, true],
	[1254002, false, true],
	[1254302, false, false],
	[undefined, false, false],
])('%s is about a record: %s, and more than a request takes: %s', (code, isAbout, isMuch) => {
	expect([isAboutRecord(code), isTooMuch(code)]).toEqual([isAbout, isMuch]);
});
