import { writtenMarkdown } from '../../docs/writeMarkdown';
import { PlatformError } from '../../platform/envelope';
import { text } from '../../platform/validate';
import { permissionIn } from '../../state/permission';
import { docRoute } from './docRoute';

const MAX_BYTES = 10 * 1024 * 1024;

const refusal = (code: number, msg: string, http = 400) => new PlatformError(code, msg, { http });
const invalid = () => refusal(2889904, 'invalid param');

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/docs-v1/get */
export const markdownContentRoutes = [
	docRoute({
		method: 'GET',
		path: '/open-apis/docs/v1/content',
		scopes: ['docs:document.content:read'],
		tier: 6,
		query: { doc_token: text(), doc_type: text(), content_type: text(), lang: text() },
		handle({ platform: { store }, by, query }) {
			const { doc_token: token = '', doc_type: type, content_type: kind, lang = 'zh' } = query;
			if (token.length < 22 || token.length > 27 || type !== 'docx' || kind !== 'markdown') throw invalid();
			if (!['zh', 'en', 'ja'].includes(lang)) throw invalid();
			if (store.docs.deleted.has(token)) throw refusal(2889906, 'docs deleted', 403);
			const document = store.docs.all.get(token);
			if (!document) throw refusal(2889914, 'doc token not found');
			if (!permissionIn(store, token, document, by)) throw refusal(2889902, 'no permission', 403);
			const content = writtenMarkdown({ store, tree: document.tree, lang });
			if (Buffer.byteLength(content) > MAX_BYTES) throw refusal(2889925, 'content size exceed limit', 500);
			return { data: { content } };
		},
	}),
];
