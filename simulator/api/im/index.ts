import type { Route } from '../../gateway/route';
import { announcementRoutes } from './announcement';
import { announcementDocxRoutes } from './announcementDocx';
import { batchMessageRoutes } from './batch/batchMessages';
import { minding } from './circumstances';
import { chatExtraRoutes } from './chatExtras';
import { chatRoutes } from './chats';
import { chatChangeRoutes } from './chatsChange';
import { chatCreateRoutes } from './chatsCreate';
import { fileRoutes } from './files';
import { followUpRoutes } from './followUp';
import { forwardRoutes } from './forward';
import { imageRoutes } from './images';
import { managerRoutes } from './managers';
import { memberRoutes } from './members';
import { memberChangeRoutes } from './membersChange';
import { menuRoutes } from './menu';
import { messageChangeRoutes } from './messagesChange';
import { messageReadRoutes } from './messagesRead';
import { messageSendRoutes } from './messagesSend';
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
	...announcementDocxRoutes,
	...tabRoutes,
	...menuRoutes,
].map(minding);
