import type { Route } from '../route';
import { announcementRoutes } from './announcement';
import { batchMessageRoutes } from './batch-messages';
import { chatExtraRoutes } from './chat-extras';
import { chatRoutes } from './chats';
import { chatChangeRoutes } from './chats-change';
import { chatCreateRoutes } from './chats-create';
import { fileRoutes } from './files';
import { followUpRoutes } from './follow-up';
import { forwardRoutes } from './forward';
import { imageRoutes } from './images';
import { managerRoutes } from './managers';
import { memberRoutes } from './members';
import { memberChangeRoutes } from './members-change';
import { menuRoutes } from './menu';
import { messageChangeRoutes } from './messages-change';
import { messageReadRoutes } from './messages-read';
import { messageSendRoutes } from './messages-send';
import { moderationRoutes } from './moderation';
import { pinRoutes } from './pins';
import { reactionRoutes } from './reactions';
import { resourceRoutes } from './resources';
import { tabRoutes } from './tabs';
import { urgentRoutes } from './urgent';

/** Messages and groups. */
export const imRoutes: readonly Route[] = [
	...messageSendRoutes,
	...messageChangeRoutes,
	...messageReadRoutes,
	...forwardRoutes,
	...reactionRoutes,
	...resourceRoutes,
	...imageRoutes,
	...fileRoutes,
	...urgentRoutes,
	...followUpRoutes,
	...pinRoutes,
	...batchMessageRoutes,
	...chatRoutes,
	...chatCreateRoutes,
	...chatChangeRoutes,
	...memberRoutes,
	...memberChangeRoutes,
	...managerRoutes,
	...moderationRoutes,
	...chatExtraRoutes,
	...announcementRoutes,
	...tabRoutes,
	...menuRoutes,
];
