import { defineRoute } from '../../../gateway/route';
import { PlatformError } from '../../../platform/envelope';

export const botRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/bot/v3/info',
		handle({ app }) {
			if (!app.bot) throw new PlatformError(11205, 'app do not have bot');
			return {
				top: {
					bot: {
						activate_status: 2,
						app_name: app.name,
						avatar_url: 'https://example.com/avatar/bot.png',
						ip_white_list: [],
						open_id: app.bot_open_id,
					},
				},
			};
		},
	}),
];
