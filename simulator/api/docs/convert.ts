import { htmlParts } from '../../docs/convertHtml';
import { markdownParts } from '../../docs/convertMarkdown';
import { flattened } from '../../docs/convertParts';
import { problem } from '../../docs/problem';
import { oneOf, required, text } from '../../platform/validate';
import { docRoute, DOCUMENTS, READING } from './docRoute';

const MAX_CONTENT = 10_485_760;

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/document/convert */
export const convertRoutes = [
	docRoute({
		method: 'POST',
		path: `${DOCUMENTS}/blocks/convert`,
		scopes: ['docx:document.block:convert'],
		tier: 7,
		query: { user_id_type: READING.user_id_type },
		body: { content_type: required(oneOf(['markdown', 'html'])), content: required(text()) },
		handle({ platform: { store }, body: { content_type, content } }) {
			if (content.length > MAX_CONTENT) throw problem(1770033);
			const parts = content_type === 'html' ? htmlParts(content) : markdownParts(content, store.settings);
			const converted = flattened(parts, store.settings);
			if (!converted) throw problem(1771001);
			return { data: converted };
		},
	}),
];
