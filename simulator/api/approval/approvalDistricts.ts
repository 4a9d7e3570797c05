import { around, DISTRICTS, districtOf, nameIn, VERSION } from '../../approval/districts';
import { refused } from '../../approval/problem';
import { BOTH } from '../../gateway/tokens';
import { PlatformError } from '../../platform/envelope';
import { page } from '../../platform/paging';
import { integer, oneOf, text, texts, withDefault } from '../../platform/validate';
import { approvalRoute, V4 } from './approvalRoute';

const LOCALE = oneOf(['zh-CN', 'en-US', 'en-us']);
const SCOPES = ['approval:approval', 'approval:approval:readonly'];

type District = (typeof DISTRICTS)[number];

const short = ({ id, level, ...names }: District, language?: string) => ({
	...{ id, name: nameIn({ id, level, ...names }, language), level },
});

const view = (district: District, { language, withParents }: { language?: string; withParents: boolean }) => ({
	...short(district, language),
	has_sub_district: DISTRICTS.some(({ parent }) => parent === district.id),
	...(withParents && { parent_districts: around(district).map((one) => short(one, language)) }),
});

/** A page of data that has been renewed since. */
const renewed = () => new PlatformError(1395061, 'version updated');

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/district/list and search */
export const approvalDistrictRoutes = [
	approvalRoute({
		method: 'GET',
		path: `${V4}/districts`,
		...{ tokens: BOTH, scopes: SCOPES, tier: 7 },
		query: {
			...{ page_size: withDefault(integer({ min: 1, max: 100 }), 20), page_token: text(), root_district_id: text() },
			...{ list_type: oneOf(['sub_level', 'leaf_level']), locale: LOCALE },
		},
		handle({ query: { root_district_id: root, list_type: type, locale, page_size: size, page_token: token } }) {
			if (root && !districtOf(root)) throw refused.params('root_district_id');
			const isLeaf = (one: District) => !DISTRICTS.some(({ parent }) => parent === one.id);
			const isBelow = (one: District) => !root || around(one).some(({ id }) => id === root);
			const found =
				type === 'leaf_level'
					? DISTRICTS.filter((one) => isLeaf(one) && isBelow(one))
					: DISTRICTS.filter(({ parent }) => parent === (root || undefined));
			const options = { size, token, scope: `${root} ${type}`, invalidToken: renewed };
			const { items, has_more, page_token } = page(found, options);
			const withParents = type === 'leaf_level';
			const shown = items.map((one) => view(one, { language: locale, withParents }));
			return { data: { version: VERSION, has_more, ...(has_more && { page_token }), items: shown } };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${V4}/districts/search`,
		...{ tokens: BOTH, scopes: SCOPES, query: { locale: LOCALE, page_size: text(), page_token: text() } },
		body: { district_ids: texts({ max: 30 }), keyword: text() },
		handle({ query: { locale }, body: { district_ids: ids = [], keyword = '' } }) {
			const words = keyword.toLowerCase();
			const isMeant = (one: District) =>
				ids.length > 0
					? ids.includes(one.id)
					: words !== '' && [one.zh, one.en.toLowerCase()].some((name) => name.includes(words));
			const items = DISTRICTS.filter(isMeant).map((one) => view(one, { language: locale, withParents: true }));
			return { data: { items } };
		},
	}),
];
