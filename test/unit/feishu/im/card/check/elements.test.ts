import { checkElements } from '../../../../../../feishu/im/card';
import { words } from '../../../../../support/cards';
import { thrownBy } from '../../../../../support/feishuCalls';

const said = (...elements: object[]) => thrownBy(() => checkElements(elements as never, { field: 'Elements' })).message;

describe('elements for a card that is not at hand', () => {
	it('are judged as in a card', () => {
		expect(said({ tag: 'hr' }, { tag: 'img' })).toBe("elements[1] (img): the property 'img_key' is missing");
		expect(said({ tag: 'buton' })).toBe("elements[0] (buton): the tag 'buton' is unknown");
		expect(said(words('x'))).toBe("elements[0] (plain_text): a plain_text can't stand here by itself");
		expect(said({ tag: 'button', url: 'mailto:a@b.c' })).toContain("url 'mailto:a@b.c' is no web address");
		expect(said({ tag: 'hr', element_id: 'a' }, { tag: 'hr', element_id: 'a' })).toContain('is used twice');
		expect(said({ tag: 'form', name: 'f', elements: [] })).toContain('it has no submit button');
		expect(said({ tag: 'markdown', content: 'a'.repeat(31 * 1024) })).toContain(
			'the largest part is elements[0] (markdown)',
		);
	});

	it('are taken when they are right, audio too: whether the card is forwarded is not known', () => {
		const elements = [
			{ tag: 'markdown', content: 'a', element_id: 'a' },
			{ tag: 'audio', file_key: 'f' },
		];
		expect(() => checkElements(elements, { field: 'Elements' })).not.toThrow();
	});
});
