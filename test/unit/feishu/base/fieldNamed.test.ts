import type { BaseField } from '../../../../feishu/base/baseField';
import { fieldNamed, findField } from '../../../../feishu/base/fieldNamed';
import { thrownBy } from '../../../support/feishuCalls';

const field = (field_id: string, field_name: string): BaseField => ({ field_id, field_name, type: 1 });
const fields = [field('fld1', 'Title'), field('fld2', 'fld1'), field('fld3', '  Two\nlines ')];

it('finds by the ID first, then by the very name', () => {
	expect(findField('fld1', fields)?.field_name).toBe('Title');
	expect(findField('Title', fields)?.field_id).toBe('fld1');
	expect(findField('  Two\nlines ', fields)?.field_id).toBe('fld3');
	expect(findField('title', fields)).toBeUndefined();
});

it.each([
	['title', "It has 'Title'"],
	['Two lines', "It has '  Two\nlines '"],
	['Other', 'It has Title, fld1,   Two\nlines '],
])('names what there is in place of %j', (entered, advice) => {
	expect(thrownBy(() => fieldNamed('Columns', entered, fields))).toMatchObject({
		field: 'Columns',
		message: `The table has no field '${entered}'`,
		advice,
	});
});
