import { findEndpoint } from '../../../../feishu/catalog';
import {
	ADD_ELEMENTS,
	addedElements,
	checkElementId,
	DELETE_ELEMENT,
	entityBody,
} from '../../../../feishu/im/cardkitElements';
import { cardTemplate } from '../../../../feishu/im/content/cardContent';
import { card } from '../../../support/cards';
import { thrownBy } from '../../../support/feishuCalls';

const line = { tag: 'hr', element_id: 'line' };
const fields = { elements: 'Elements', target: 'Beside' };

describe('entityBody', () => {
	it('is made of a card, or of a template', () => {
		expect(entityBody(card(line), 'Card JSON')).toEqual({ type: 'card_json', data: JSON.stringify(card(line)) });
		expect(entityBody(cardTemplate('AAq1', '1.0.0', { a: 1 }), 'Template')).toEqual({
			type: 'template',
			data: '{"template_id":"AAq1","template_version_name":"1.0.0","template_variable":{"a":1}}',
		});
	});

	it.each<[string, object]>([
		['version 1.0', { elements: [line] }],
		['an entity', { type: 'card', data: { card_id: '1' } }],
		['a card that is wrong', card({ tag: 'markdwon', content: 'a' })],
	])('is not made of %s', (_what, value) => {
		expect(thrownBy(() => entityBody(value as never, 'Card JSON'))).toMatchObject({
			name: 'InputError',
			field: 'Card JSON',
		});
	});
});

describe('addedElements', () => {
	it.each<[string, Parameters<typeof addedElements>[0], object]>([
		[
			'before one',
			{ elements: [line], place: 'before', target: 'a' },
			{ type: 'insert_before', target_element_id: 'a' },
		],
		[
			'after one',
			{ elements: [line], place: 'after', target: ' a ' },
			{ type: 'insert_after', target_element_id: 'a' },
		],
		[
			'at the end of a container',
			{ elements: [line], place: 'end', target: 'a' },
			{ type: 'append', target_element_id: 'a' },
		],
		['at the end', { elements: [line], place: 'end' }, { type: 'append' }],
	])('go %s', (_what, added, body) => {
		expect(addedElements(added, fields)).toEqual({ ...body, elements: JSON.stringify([line]) });
	});

	it.each<[string, Parameters<typeof addedElements>[0]]>([
		["The field 'Elements' holds no elements", { elements: [], place: 'end' }],
		["The field 'Beside' is empty", { elements: [line], place: 'after' }],
		["The field 'Beside' holds no ID of an element: 1a", { elements: [line], place: 'before', target: '1a' }],
		["elements[0] (hrr): the tag 'hrr' is unknown", { elements: [{ tag: 'hrr' }], place: 'end' }],
		["elements[1] (hr): the element_id 'line' is used twice", { elements: [line, line], place: 'end' }],
	])('say %s', (said, added) => {
		expect(thrownBy(() => addedElements(added, fields)).message).toBe(said);
	});
});

test('checkElementId', () => {
	expect(() => checkElementId('a_1', 'Element ID')).not.toThrow();
	expect(thrownBy(() => checkElementId('a b', 'Element ID'))).toMatchObject({ field: 'Element ID' });
});

it.each([ADD_ELEMENTS, DELETE_ELEMENT])('%s is an endpoint of the platform', async (endpoint) => {
	expect(await findEndpoint(endpoint)).toMatchObject({ id: endpoint, domain: 'cardkit' });
});
