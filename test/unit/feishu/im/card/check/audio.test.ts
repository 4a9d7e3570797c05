import { card, check, saidOf } from '../../../../../support/cards';

const audio = { tag: 'audio', file_key: 'file_1' };
const inMarkdown = (tag: string) => ({ tag: 'markdown', content: `before ${tag}</audio> after` });
const kept = (...elements: unknown[]) => ({ ...card(...elements), config: { enable_forward: false } });
const NO_FORWARD = "a card with audio can't be forwarded | Say so";

describe('audio', () => {
	it.each<[string, unknown]>([
		['a component', audio],
		['a component deep within', { tag: 'column_set', columns: [{ tag: 'column', elements: [audio] }] }],
		['a tag in Markdown', inMarkdown("<audio file_key='file_1' audio_id='1'>")],
		[
			'a tag in one language',
			{ tag: 'markdown', content: '', i18n_content: { en_us: "<audio file_key='x'></audio>" } },
		],
		[
			'a tag in a table',
			{ tag: 'table', columns: [{ name: 'a', data_type: 'markdown' }], rows: [{ a: "<audio file_key='x'></audio>" }] },
		],
	])('needs a card that is not forwarded: %s', (_what, element) => {
		expect(saidOf(card(element))).toContain(NO_FORWARD);
		expect(saidOf({ ...card(element), config: { enable_forward: true } })).toContain(NO_FORWARD);
		expect(saidOf({ ...card(element), config: {} })).toContain(NO_FORWARD);
		expect(() => check(kept(element))).not.toThrow();
	});

	it('is none where it is code, or words', () => {
		const element = {
			tag: 'markdown',
			content: "`<audio file_key='x'>` and <audiobook> and\n```\n<audio file_key='x'>\n```",
		};
		expect(() => check(card(element))).not.toThrow();
	});

	it('has an ID of its own, wherever it stands', () => {
		const first = { ...audio, audio_id: '1' };
		for (const second of [
			{ ...audio, audio_id: '1' },
			inMarkdown("<audio file_key='x' audio_id='1'>"),
			inMarkdown('<audio audio_id=1 >'),
		])
			expect(saidOf(kept(first, second))).toContain("the audio_id '1' is used twice");
		expect(() => check(kept(first, { ...audio, audio_id: '2' }, audio, audio))).not.toThrow();
	});

	it('is one in all languages of a text', () => {
		const tag = "<audio file_key='x' audio_id='1'></audio>";
		expect(() => check(kept({ tag: 'markdown', content: tag, i18n_content: { en_us: tag } }))).not.toThrow();
	});
});
