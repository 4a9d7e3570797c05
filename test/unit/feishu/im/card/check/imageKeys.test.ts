import { checkCard } from '../../../../../../feishu/im/card';
import { thrownBy } from '../../../../../support/feishuCalls';

const ADDRESS = 'https://x.com/a.png';
const card = (...elements: object[]) => ({ schema: '2.0', body: { elements } });
const markdown = (content: string) => card({ tag: 'markdown', content });
const option = (img_key: string) => ({ img_key, value: img_key });

it.each<[string, (key: string) => object]>([
	['img_key', (img_key) => card({ tag: 'img', img_key })],
	['i18n_img_key.en_us', (key) => card({ tag: 'img', i18n_img_key: { en_us: key } })],
	[
		'img_list[1].img_key',
		(key) =>
			card({ tag: 'img_combination', combination_mode: 'double', img_list: [{ img_key: 'img_1' }, { img_key: key }] }),
	],
	['options[0].img_key', (key) => card({ tag: 'select_img', options: [option(key)] })],
	['img_key', (img_key) => card({ tag: 'markdown', content: 'x', icon: { tag: 'custom_icon', img_key } })],
	['img_key', (img_key) => ({ elements: [{ tag: 'img', img_key }] })],
])('an image is no address (%s)', (at, cardWith) => {
	const error = thrownBy(() => checkCard(cardWith(ADDRESS) as never, { field: 'Card' })) as Error & { advice: string };
	expect(error.message).toContain(`${at} '${ADDRESS}' is an address`);
	expect(error.advice).toContain('Upload it first');
	expect(thrownBy(() => checkCard(cardWith('data:image/png;base64,AA') as never, { field: 'Card' }))).toBeDefined();
});

it.each([`![x](${ADDRESS})`, `a ![x][1]\n\n[1]: ${ADDRESS}`])('nor in Markdown: %j', (content) => {
	const { message } = thrownBy(() => checkCard(markdown(content), { field: 'Card' }));
	expect(message).toBe(
		`body.elements[0] (markdown): content: the image '${ADDRESS}' is an address, not the key of one`,
	);
});

it.each<[string, object]>([
	['keys', card({ tag: 'img', img_key: 'img_v2_1' }, { tag: 'img', img_key: 'd640eeea-4d2f-4cb3-88d8-c964fab53987' })],
	['variables', card({ tag: 'img', img_key: '${picture}' })],
	['what a click carries', card({ tag: 'button', behaviors: [{ type: 'callback', value: { img_key: ADDRESS } }] })],
	['code', markdown(`\`![x](${ADDRESS})\``)],
	['links', markdown(`[x](${ADDRESS})`)],
	['plain words', card({ tag: 'div', text: { tag: 'plain_text', content: `![x](${ADDRESS})` } })],
])('%s are none', (_what, taken) => {
	expect(() => checkCard(taken as never, { field: 'Card' })).not.toThrow();
});
