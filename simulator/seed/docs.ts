import { makeChildren } from '../docs/children';
import type { Making } from '../docs/content';
import { addMarkdown, blocksOf } from '../docs/fromMarkdown';
import { addDocument } from '../docs/make';
import { updateBlocks } from '../docs/updates';
import { newId } from '../platform/ids';
import type { App } from '../state/apps';
import { botOf } from '../state/operator';
import type { Store } from '../state/store';
import { byLogin } from './contact';

/** The id of the report, which the examples name. */
const EXAMPLE_DOCUMENT = 'WeeklyReportDocOfExamples01';

const REPORT = `# 本周进展 This week

报价已发给**东方贸易**。 The quote went out to [East Trade](https://example.com).

- 准备报价 Quote
  - 价格表 Price list
- 回访 Follow up
- [x] 发票 Invoice
- [ ] 合同 Contract

# 数据 Figures

| 客户 Customer | 金额 Amount |
|---|---|
| 东方贸易 | 12,000 |
| West Wind Ltd | 880.50 |

![chart](chart)

# 下周 Next week

1. 签合同 Sign the contract
2. 交付 Deliver

> 客户最重要。 Customers first.
`;

const NOTES = `# 参会人 Attendees

- 张三
- 陈静

# 结论 Decisions

下季度预算另行讨论。
`;

/** Three bars, 240 × 120 pixels. */
const CHART = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAPAAAAB4CAMAAAD7aI8VAAAABlBMVEX19vczcP8Y7Xc0AAAAhUlEQVR42u3QwQ0AMAgDMdh/6Q7AB/GpQL4J4kRIkiRJkiRJKmUzYGBgYGBgYGBgYGBgYGBgYGBgYGBgYOBv4EW3AQMDAwMDAwMDAwMDAwMDAwMDAwMDA++bCgwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMfBEsSZKkcQ+nnh55SCnPcAAAAABJRU5ErkJggg==',
	'base64',
);

/** A picture as somebody puts it there. */
function putChart(making: Making): void {
	const [image] = blocksOf(making, 'image');
	if (!image) return;
	const file_token = newId.media();
	making.store.bases.medias.set(file_token, {
		...{ file_token, parent_type: 'docx_image', parent_node: image.block_id },
		...{ name: 'chart.png', content_type: 'image/png', bytes: CHART },
	});
	const replace_image = { token: file_token, caption: { content: '金额 Amounts' } };
	updateBlocks(making, [{ block_id: image.block_id, replace_image }]);
}

function putCallout(making: Making): void {
	const { document } = making;
	const page = document.tree.get(document.document_id);
	if (!page) return;
	const [callout] = makeChildren(
		making,
		page,
		[{ block_type: 19, callout: { background_color: 5, emoji_id: 'bulb' } }],
		0,
	);
	const [inside] = callout ? document.tree.childrenOf(callout.block_id) : [];
	if (!inside) return;
	const elements = [{ text_run: { content: '每周五更新。 Updated every Friday.' } }];
	updateBlocks(making, [{ block_id: inside.block_id, update_text_elements: { elements } }]);
}

/** A report that the company reads and the app may edit, and the notes of a meeting, which the app does not know. */
export function seedDocs(store: Store, app: App): void {
	const owner = byLogin(store, 'zhangsan');
	const by = { ...botOf(app), user: owner };
	const report = addDocument(store, {
		title: '周报 Weekly report',
		owner: owner.open_id,
		document_id: EXAMPLE_DOCUMENT,
	});
	const making: Making = { store, by, idType: 'open_id', document: report, nested: false };
	addMarkdown(making, REPORT);
	putCallout(making);
	putChart(making);
	report.members.push({ member_type: 'appid', member_id: app.app_id, perm: 'full_access' });
	store.bases.publicly.set(report.document_id, { link_share_entity: 'tenant_readable' });
	const notes = addDocument(store, { title: '会议纪要 Meeting notes', owner: byLogin(store, 'chenjing').open_id });
	addMarkdown({ ...making, document: notes }, NOTES);
}
