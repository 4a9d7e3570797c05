import { nested, required, text, texts } from '../../platform/validate';
import type { AilyApp } from '../../state/aily';
import type { Settings } from '../../state/settings';
import { ailyRoute, APP, knowingApp, refused } from './ailyRoute';

/** What the answers rest on: all, or what was chosen. */
function asked({ assets, tags }: AilyApp, ids: readonly string[], tagIds: readonly string[]) {
	const names = [...tags].filter(([, id]) => tagIds.includes(id)).map(([name]) => name);
	return assets.filter(
		(asset) =>
			(ids.length === 0 || ids.includes(asset.data_asset_id)) &&
			(tagIds.length === 0 || asset.tags.some((name) => names.includes(name))),
	);
}

function finished(kind: Settings['ailyKnowledge'], question: string, chunks: string[]): object {
	if (kind === 'faq') {
		const faq_result = { question, answer: 'As always' };
		return { status: 'finished', finish_type: 'faq', message: { content: 'As always' }, faq_result, has_answer: true };
	}
	const known = kind === 'qa' && chunks.length > 0;
	const content = known ? `${question}: ${chunks.join('; ')}` : '抱歉，没有找到相关的知识';
	const process_data = { chart_dsls: [], chunks: known ? chunks : [], sql_data: [] };
	return { status: 'finished', finish_type: 'qa', message: { content }, process_data, has_answer: known };
}

/**
 * Bit by bit as Server-sent events, each with all that was said so far, and no code around them.
 * Source: https://open.feishu.cn/document/aily-v1/data-knowledge/ask
 */
export const ailyKnowledgeRoutes = [
	ailyRoute({
		method: 'POST',
		path: `${APP}/knowledges/ask`,
		scopes: ['aily:knowledge:ask'],
		tier: 3,
		body: {
			message: required(nested({ content: text({ max: 65_535 }) })),
			data_asset_ids: texts(),
			data_asset_tag_ids: texts(),
		},
		handle({ platform: { store }, params, body }) {
			const { content: question = '' } = body.message;
			if (question === '') throw refused.params('message.content');
			const app = knowingApp(store, params.app_id, 'ask');
			const found = asked(app, body.data_asset_ids ?? [], body.data_asset_tag_ids ?? []);
			const { ailyKnowledge: kind, ailyKnowledgeForm: form } = store.settings;
			const last = finished(
				kind,
				question,
				found.map(({ content }) => content),
			);
			if (form === 'json') return { data: last };
			const soFar = { message: { content: question }, status: 'processing' };
			const events = (form === 'cut' ? [soFar] : [soFar, last])
				.map((event) => `data: ${JSON.stringify(event)}\n\n`)
				.join('');
			return { bytes: Buffer.from(events), contentType: 'text/event-stream; charset=utf-8' };
		},
	}),
];
