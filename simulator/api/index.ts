import { authRoutes } from './auth/tokens';
import { botRoutes } from './bot/info';
import { departmentRoutes } from './contact/departments';
import { userRoutes } from './contact/users';
import { chatRoutes } from './im/chats';
import { fileRoutes } from './im/files';
import { forwardRoutes } from './im/forward';
import { imageRoutes } from './im/images';
import { memberRoutes } from './im/members';
import { messageChangeRoutes } from './im/messages-change';
import { messageReadRoutes } from './im/messages-read';
import { messageSendRoutes } from './im/messages-send';
import { reactionRoutes } from './im/reactions';
import { resourceRoutes } from './im/resources';
import type { Route } from './route';

export const routes: readonly Route[] = [
	...authRoutes,
	...botRoutes,
	...messageSendRoutes,
	...messageChangeRoutes,
	...messageReadRoutes,
	...forwardRoutes,
	...reactionRoutes,
	...resourceRoutes,
	...imageRoutes,
	...fileRoutes,
	...chatRoutes,
	...memberRoutes,
	...userRoutes,
	...departmentRoutes,
];
