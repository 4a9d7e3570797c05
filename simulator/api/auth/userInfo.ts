import { defineRoute } from '../../gateway/route';
import { hasScope, USER_ID_SCOPES } from '../../platform/scopes';
import { USER_FIELDS } from '../contact/contactFields';

export const userInfoRoutes = [
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/authen-v1/user_info/get */
	defineRoute({
		method: 'GET',
		path: '/open-apis/authen/v1/user_info',
		tokens: ['user'],
		handle({ platform: { store }, by }) {
			const { user } = by;
			if (!user) return { data: {} };
			const avatar = `https://example.com/avatar/${user.open_id}.png`;
			return {
				data: {
					name: user.name,
					en_name: user.en_name,
					avatar_url: avatar,
					avatar_thumb: avatar,
					open_id: store.directory.idFor(by.app, user.open_id),
					union_id: user.union_id,
					tenant_key: store.tenantKey,
					...(hasScope(by, USER_FIELDS.email ?? []) && { email: user.email }),
					...(hasScope(by, USER_FIELDS.mobile ?? []) && { mobile: user.mobile }),
					...(hasScope(by, USER_ID_SCOPES) && { user_id: user.user_id }),
				},
			};
		},
	}),
];
