import type { Store } from '../state/store';

export const DEMO_TEMPLATE = 'AAqDemoTemplate';

const TEMPLATE_CARD = {
	config: { wide_screen_mode: true, update_multi: true },
	header: { template: 'blue', title: { tag: 'plain_text', content: '${title}' } },
	elements: [
		{ tag: 'div', text: { tag: 'lark_md', content: '${content}' } },
		{ tag: 'hr' },
		{ tag: 'note', elements: [{ tag: 'plain_text', content: 'Owner: ${owner}' }] },
	],
};

export function seedCards(store: Store): void {
	store.cards.templates.set(DEMO_TEMPLATE, {
		template_id: DEMO_TEMPLATE,
		versions: ['1.0.0', '1.0.1'],
		card: TEMPLATE_CARD,
	});
}
