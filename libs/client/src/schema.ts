/* What the published description says, as types. Written by `npm run client`; changes by hand are lost. */
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process is alive */
        get: operations["running.operations.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process can take work */
        get: operations["running.operations.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the process counts, for Prometheus */
        get: operations["running.operations.metricsText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The description of topics and events (AsyncAPI 3.0) */
        get: operations["running.asyncApi.describe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers a customer, or gives one of the counter a login by a claim code */
        post: operations["identity.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with username and password */
        post: operations["identity.logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/token/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Carries a session on: a refresh token for a fresh pair */
        post: operations["identity.refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the session of the access token
         * @description Doing it again changes nothing.
         */
        post: operations["identity.logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["identity.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the own name or e-mail address */
        patch: operations["identity.changeMe"];
        trace?: never;
    };
    "/v1/identity/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the own password; every other session ends at once */
        post: operations["identity.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers, newest first, found by document number or by words */
        get: operations["identity.customers.list"];
        put?: never;
        /** Enters a customer who stands at the counter, without a login */
        post: operations["identity.customers.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer */
        get: operations["identity.customers.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what is known of a customer */
        patch: operations["identity.customers.change"];
        trace?: never;
    };
    "/v1/identity/customers/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shuts a customer out: all their sessions end at once, and they cannot sign in */
        post: operations["identity.customers.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/customers/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a customer in again */
        post: operations["identity.customers.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/customers/{id}/claim-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues a code with which the customer registers a login; the one before is void */
        post: operations["identity.customers.issueClaimCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Staff and admins, newest first */
        get: operations["identity.staff.list"];
        put?: never;
        /** Enters somebody of the staff, with their first password */
        post: operations["identity.staff.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the staff */
        get: operations["identity.staff.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes one of the staff; another role ends all their sessions at once */
        patch: operations["identity.staff.change"];
        trace?: never;
    };
    "/v1/identity/staff/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shuts one of the staff out: all their sessions end at once, and they cannot sign in */
        post: operations["identity.staff.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/staff/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets one of the staff in again */
        post: operations["identity.staff.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange client credentials for a token */
        post: operations["identity.oAuth.token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the keys to verify access tokens with */
        get: operations["identity.oAuth.jwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List partners */
        get: operations["identity.partners.list"];
        put?: never;
        /** Create a partner */
        post: operations["identity.partners.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/partners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a partner */
        get: operations["identity.partners.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a partner */
        patch: operations["identity.partners.change"];
        trace?: never;
    };
    "/v1/identity/partners/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a partner and its clients
         * @description Every token of its clients is void from here on.
         */
        post: operations["identity.partners.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/partners/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enable a partner again */
        post: operations["identity.partners.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/partners/{id}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a partner's clients */
        get: operations["identity.partners.listClients"];
        put?: never;
        /** Create a client with credentials */
        post: operations["identity.partners.createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/partners/{id}/clients/{clientId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a client a new secret */
        post: operations["identity.partners.rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity/partners/{id}/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disable a client
         * @description It gets no token from here on, and those that it has are void. It stays in the list.
         */
        delete: operations["identity.partners.disableClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List and find products */
        get: operations["catalog.productList.list"];
        put?: never;
        /** Create a product */
        post: operations["catalog.products.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a product */
        get: operations["catalog.products.get"];
        put?: never;
        post?: never;
        /** Withdraw a product from the range */
        delete: operations["catalog.products.withdraw"];
        options?: never;
        head?: never;
        /** Change a product */
        patch: operations["catalog.products.change"];
        trace?: never;
    };
    "/v1/catalog/products/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a product's stock in every branch */
        get: operations["catalog.products.stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/stock/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct the stock of a product in a branch
         * @description Without an `Idempotency-Key` a repeat corrects again.
         */
        post: operations["catalog.stock.adjust"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/stock/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take stock from branch to branch
         * @description Without an `Idempotency-Key` a repeat transfers again.
         */
        post: operations["catalog.stock.transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/stock/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what moved in the stock
         * @description Newest first.
         */
        get: operations["catalog.stock.movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List categories */
        get: operations["catalog.structure.categories"];
        put?: never;
        /** Create a category */
        post: operations["catalog.structure.createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a category */
        get: operations["catalog.structure.category"];
        put?: never;
        post?: never;
        /**
         * Remove a category
         * @description Refused while there are categories below it, or products in it that were not withdrawn.
         */
        delete: operations["catalog.structure.removeCategory"];
        options?: never;
        head?: never;
        /** Change or move a category */
        patch: operations["catalog.structure.changeCategory"];
        trace?: never;
    };
    "/v1/catalog/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List branches */
        get: operations["catalog.structure.branches"];
        put?: never;
        /** Open a branch */
        post: operations["catalog.structure.openBranch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/branches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a branch */
        get: operations["catalog.structure.branch"];
        put?: never;
        post?: never;
        /**
         * Close a branch
         * @description Closes it: it sells nothing any more, and its history stays.
         */
        delete: operations["catalog.structure.closeBranch"];
        options?: never;
        head?: never;
        /**
         * Change a branch
         * @description The branch `online` keeps its code.
         */
        patch: operations["catalog.structure.changeBranch"];
        trace?: never;
    };
    "/v1/orders/carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a cart
         * @description With an id in the body it is safe to send again: 201 the first time, 200 with the same cart after that.
         */
        post: operations["carts.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/carts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a cart */
        get: operations["carts.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/carts/{id}/items/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set how many of a product the cart holds
         * @description Sets how many of a product are in the cart, so that sending it again changes nothing.
         */
        put: operations["carts.setItem"];
        post?: never;
        /**
         * Take a product out of the cart
         * @description Takes a product out of the cart; one that is not in it may be taken out, too.
         */
        delete: operations["carts.removeItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/carts/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend the cart's holds, once
         * @description Begins the time of the cart and of all that it holds anew, once.
         */
        post: operations["carts.extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/carts/{id}/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what the cart waits for */
        get: operations["carts.waiting.list"];
        put?: never;
        /**
         * Wait for a product that is sold out
         * @description 201 the first time; 200 with the same place for as many of the same product again.
         */
        post: operations["carts.waiting.join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/carts/{id}/waiting/{waitingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Wait no more */
        delete: operations["carts.waiting.withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/carts/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Listen to what happens to the cart */
        get: operations["carts.waitingEvents.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Place orders that were made offline
         * @description Every order has its own outcome, in the order in which they were sent.
         */
        post: operations["orders.sales.batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sell at the counter
         * @description Paid at the counter, at once. The id in the body makes it safe to send again.
         */
        post: operations["orders.sales.sell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See all of a customer's invoices
         * @description Of everything that was paid, newest first: by `Accept` as JSON, page by page; or as a page to print or PDF, with all of them up to 1000. What was given back is told, and is not in the total.
         */
        get: operations["orders.invoices.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/invoices/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See an invoice
         * @description By `Accept` as JSON, as a page to print, or as PDF.
         */
        get: operations["orders.invoices.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List orders, newest first */
        get: operations["orders.list"];
        put?: never;
        /**
         * Place an order
         * @description From items or from a cart. The id in the body makes it safe to send again: 201 the first time, 200 with the same order after that. With `Prefer: respond-async` the items are taken in at once and decided when their turn comes.
         */
        post: operations["orders.place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See an order */
        get: operations["orders.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See every change of an order */
        get: operations["orders.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Listen to what happens to the order */
        get: operations["orders.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an order */
        post: operations["orders.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/fulfil": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand an order over
         * @description Handed over, or sent.
         */
        post: operations["orders.fulfil"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund an order
         * @description Gives back all that is left of its payment. The order becomes `refunded` when the money has been given back; sending it again changes nothing.
         */
        post: operations["orders.refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List accounts, by their number */
        get: operations["payments.accounts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See an account, and when it last paid */
        get: operations["payments.accounts.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List alarms of the payment stream
         * @description The latest first. An alarm stays open until somebody acknowledges it.
         */
        get: operations["payments.alarms.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/alarms/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge an alarm
         * @description Whoever did so first stays; doing it again changes nothing.
         */
        post: operations["payments.alarms.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List received messages */
        get: operations["payments.listMessages"];
        put?: never;
        /**
         * Feed payment messages
         * @description Answers when the messages are durable. Payments have ids of their own, so feeding them again is safe.
         */
        post: operations["payments.feed.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List payments */
        get: operations["payments.list"];
        put?: never;
        /**
         * Pay an order
         * @description Sending it again is safe: the same wish is the same payment.
         */
        post: operations["payments.pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/census": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count all messages by outcome */
        get: operations["payments.census"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List error reports */
        get: operations["payments.listErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Listen to how the payment stream stands */
        get: operations["payments.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a payment */
        get: operations["payments.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how often and with what the gateway answered */
        get: operations["payments.attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the refunds of a payment, and what the gateway answered */
        get: operations["payments.refunds.list"];
        put?: never;
        /**
         * Refund a payment, in part or in full
         * @description The money is set aside at once, and the gateway asked until it has said yes or no. What was paid at the counter counts as paid out there.
         */
        post: operations["payments.refunds.refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/refunds/{refundId}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the gateway asked again about a refund that it gave no answer about */
        post: operations["payments.refunds.askAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/messages/{topic}/{partition}/{offset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the whole story of a message
         * @description What became of it, the payment it speaks of, what the error log was told, who replayed it.
         */
        get: operations["payments.replay.message"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/messages/{topic}/{partition}/{offset}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay a message
         * @description Takes it again as if it came now; doing so twice has one effect.
         */
        post: operations["payments.replay.replayOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay messages by payment, or by outcome and time
         * @description At most 1,000 at once, in the order in which they came. Doing so twice has one effect.
         */
        post: operations["payments.replay.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List reviews, newest first */
        get: operations["payments.review.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/screening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what the screening service said about a payment, whole */
        get: operations["payments.review.screening"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about a payment in review
         * @description The first decision counts. Approved, the gateway is asked, and its word counts. Declined, it is never asked again: about one that it gave no answer to, look there first, for it may have taken the money.
         */
        post: operations["payments.review.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List members, newest first */
        get: operations["loyalty.members.list"];
        put?: never;
        /**
         * Let somebody take part
         * @description 201 the first time; 200 for the same member again.
         */
        post: operations["loyalty.members.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/members/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a member */
        get: operations["loyalty.members.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/members/{externalId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a member's balance, now or at any instant that has passed */
        get: operations["loyalty.members.balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/members/{externalId}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what of a member is set aside, what ends first to begin with
         * @description A hundred holds at the most.
         */
        get: operations["loyalty.members.holds"];
        put?: never;
        /**
         * Set points aside
         * @description 201 the first time; 200 with the same answer for the same `sourceId` and content.
         */
        post: operations["loyalty.points.hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/members/{externalId}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a member's statement, newest first */
        get: operations["loyalty.members.entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/members/{externalId}/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say which customer of the shop a member is
         * @description What they pay for from then on earns points by the rules of the programme.
         */
        put: operations["loyalty.memberCustomers.link"];
        post?: never;
        /** Say that a member is no customer that is known */
        delete: operations["loyalty.memberCustomers.unlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/members/{externalId}/accruals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accrue points
         * @description 201 the first time; 200 with the same answer for the same `sourceId` and content.
         */
        post: operations["loyalty.points.accrue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/members/{externalId}/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redeem points
         * @description 201 the first time; 200 with the same answer for the same `sourceId` and content.
         */
        post: operations["loyalty.points.redeem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/holds/{id}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use what is held
         * @description All of it, or part of it: the rest is released. The same again gets the same answer.
         */
        post: operations["loyalty.points.capture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/holds/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give back what is held
         * @description The same again gets the same answer.
         */
        post: operations["loyalty.points.release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer points from member to member
         * @description 201 the first time; 200 with the same answer for the same `sourceId` and content.
         */
        post: operations["loyalty.points.transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/entries/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an accrual or a redemption back
         * @description By an entry that does the opposite: 201 the first time, 200 with the same answer after that.
         */
        post: operations["loyalty.points.reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the programmes by their partners
         * @description Every partner has one.
         */
        get: operations["loyalty.programmes.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/programmes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See whose programme it is, and how much its partner was told */
        get: operations["loyalty.programmes.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the settings of the programme */
        get: operations["loyalty.programme.getSettings"];
        /** Decide the settings of the programme */
        put: operations["loyalty.programme.putSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/liability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See all outstanding points, and when they expire */
        get: operations["loyalty.programme.liability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/rules/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explain what an order would earn
         * @description By the programme's rules, or by others that are sent along to be tried. Nothing is given.
         */
        post: operations["loyalty.rules.dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/sandbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what time it is in the sandbox */
        get: operations["loyalty.sandbox.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the clock of the sandbox
         * @description Forward only. What becomes due by it is done and told within moments.
         */
        post: operations["loyalty.sandbox.moveClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/sandbox/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the sandbox anew
         * @description No members, no points, no events, and the clock as everywhere. The settings stay, and the ids of events go on.
         */
        post: operations["loyalty.sandbox.reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what happened, oldest first
         * @description The id of any event goes into `after`: who has heard everything asks again with the last id.
         */
        get: operations["loyalty.partnerEvents.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listen to what happens
         * @description The same events as in the feed.
         */
        get: operations["loyalty.partnerEvents.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See all outstanding points of the programme over time */
        get: operations["loyalty.totals.of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/totals/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See all outstanding points of all programmes over time */
        get: operations["loyalty.totals.ofAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks */
        get: operations["loyalty.webhooks.list"];
        put?: never;
        /** Be called with every event from now on */
        post: operations["loyalty.webhooks.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a webhook, and how it is */
        get: operations["loyalty.webhooks.get"];
        put?: never;
        post?: never;
        /** Remove a webhook */
        delete: operations["loyalty.webhooks.remove"];
        options?: never;
        head?: never;
        /** Change a webhook, disable it or make it active again */
        patch: operations["loyalty.webhooks.change"];
        trace?: never;
    };
    "/v1/loyalty/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook a new secret
         * @description Deliveries are signed with all that are good. Those until now stay so for the overlap, so an answer that was lost can be asked for again.
         */
        post: operations["loyalty.webhooks.rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what was delivered to a webhook and what is to be, the newest events first
         * @description With every attempt: when it was, how long it took and what was answered.
         */
        get: operations["loyalty.webhooks.deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have an event, or a range of them, delivered again
         * @description Under the same ids and with the same content, by the schedule from its beginning.
         */
        post: operations["loyalty.webhooks.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events that a consumer could not take
         * @description The latest first. Each was tried several times and is kept with the reason, while everything after it went on.
         */
        get: operations["running.deadLetters.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send events to the consumer that could not take them again
         * @description The one named, or all that wait, the oldest first and at most 500 at a time. One that was sent again already is not sent twice; it comes back with its reason when it cannot be taken this time either.
         */
        post: operations["running.deadLetters.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List mail
         * @description To whom it went and what became of it, not what it says.
         */
        get: operations["mail.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mail/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a captured mail
         * @description Mail is captured where no mail server is configured; what was sent cannot be read here.
         */
        get: operations["mail.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mail/{id}/attachments/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what hangs on a captured mail */
        get: operations["mail.attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List subscriptions to the outcome of transfers */
        get: operations["transfers.subscriptions.list"];
        put?: never;
        /** Subscribe an address to the outcome of transfers */
        post: operations["transfers.subscriptions.subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a subscription */
        get: operations["transfers.subscriptions.get"];
        put?: never;
        post?: never;
        /** End a subscription */
        delete: operations["transfers.subscriptions.end"];
        options?: never;
        head?: never;
        /** Change a subscription */
        patch: operations["transfers.subscriptions.change"];
        trace?: never;
    };
    "/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List transfer records */
        get: operations["transfers.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a transfer record, what became of it and what was answered about its streams */
        get: operations["transfers.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/weekly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the report of a week
         * @description Taken now, with every number’s definition and the count of rows behind it, beside the week before. What differs from what was sent of this week is told with what it was. By `Accept` as JSON, as a page, for printing, or as CSV.
         */
        get: operations["reports.weekly"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/weekly/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the report of a week
         * @description To those named, or to all recipients. Whoever has this edition already does not get it again; where data came late it is a new edition, with the differences marked.
         */
        post: operations["reports.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was sent to whom, newest first */
        get: operations["reports.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List recipients of the weekly report */
        get: operations["reports.recipients.list"];
        put?: never;
        /** Add a recipient of the weekly report */
        post: operations["reports.recipients.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/recipients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a recipient */
        get: operations["reports.recipients.get"];
        put?: never;
        post?: never;
        /** Remove a recipient */
        delete: operations["reports.recipients.remove"];
        options?: never;
        head?: never;
        /** Change a recipient */
        patch: operations["reports.recipients.change"];
        trace?: never;
    };
    "/v1/reports/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List drifts, newest first
         * @description Places where orders, payments, stock and points do not say the same of one thing, found every night, each with what both sides say and what would mend it.
         */
        get: operations["reports.reconciliation.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/reconciliation/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve the correction of a drift
         * @description It is done at once, by the rules of whoever owns the thing, which may refuse it.
         */
        post: operations["reports.reconciliation.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/reconciliation/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss a drift
         * @description Nothing is to be mended, and why is kept with who said so. It is open again only if either side says something else.
         */
        post: operations["reports.reconciliation.dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how the shop stands
         * @description What was sold since midnight, what waits, and what somebody has to see to.
         */
        get: operations["reports.today.look"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/today/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Listen to how the shop stands */
        get: operations["reports.today.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the audit log
         * @description Newest first.
         */
        get: operations["audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/rows/{schema}/{table}/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the history of a row
         * @description Newest first.
         */
        get: operations["audit.ofRow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the seals of the audit log
         * @description Newest first.
         */
        get: operations["audit.listSeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify the audit log against its seals
         * @description A part at a time: `next` tells where to go on. Nothing is changed.
         */
        post: operations["audit.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        RegisterDto: {
            username: string;
            /** Format: email */
            email: string;
            /** @description Not one of the passwords that are tried first */
            password: string;
            fullName?: string | null;
            documentNumber?: string | null;
            /** @description What staff gave the customer who has this document number and no login yet */
            claimCode?: string | null;
        };
        ProfileDto: {
            /** Format: uuid */
            id: string;
            /** @description null for a customer without a login */
            username: string | null;
            /** Format: email */
            email: string | null;
            fullName: string | null;
            documentNumber: string | null;
            /** @enum {string} */
            role: "customer" | "staff" | "admin";
            /** Format: date-time */
            createdAt: string;
        };
        LogInDto: {
            username: string;
            password: string;
        };
        SessionTokensDto: {
            accessToken: string;
            /** @description Good for one use */
            refreshToken: string;
            /** @enum {string} */
            tokenType: "Bearer";
            /** @description Seconds until the access token expires */
            expiresIn: number;
        };
        RefreshDto: {
            refreshToken: string;
        };
        ChangeProfileDto: {
            /** @description null takes the name away */
            fullName?: string | null;
            /** Format: email */
            email?: string;
        };
        ChangePasswordDto: {
            currentPassword: string;
            newPassword: string;
        };
        PersonAnswer: {
            /** Format: uuid */
            id: string;
            /** @description null for a customer without a login */
            username: string | null;
            /** Format: email */
            email: string | null;
            fullName: string | null;
            documentNumber: string | null;
            /** @enum {string} */
            role: "customer" | "staff" | "admin";
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description null for somebody who is not disabled
             */
            disabledAt: string | null;
        };
        PersonPageAnswer: {
            items: components["schemas"]["PersonAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        CounterCustomerDto: {
            fullName: string;
            documentNumber: string;
            /** Format: email */
            email?: string | null;
        };
        ChangeCustomerDto: {
            /** @description null takes the name away */
            fullName?: string | null;
            /**
             * Format: email
             * @description null takes the address away, from a customer without a login
             */
            email?: string | null;
            /** @description null takes the number away, from a customer with a login */
            documentNumber?: string | null;
        };
        ClaimCodeAnswer: {
            /**
             * @description Told this once; good for one registration
             * @example K7WM-3HQX
             */
            code: string;
            /** Format: date-time */
            expiresAt: string;
        };
        NewStaffDto: {
            username: string;
            /** Format: email */
            email: string;
            password: string;
            /** @enum {string} */
            role: "staff" | "admin";
            fullName?: string | null;
        };
        ChangeStaffDto: {
            /** @description null takes the name away */
            fullName?: string | null;
            /** Format: email */
            email?: string;
            /** @enum {string} */
            role?: "staff" | "admin";
        };
        PartnerAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Null while it may come in
             */
            disabledAt: string | null;
        };
        PartnerPageAnswer: {
            items: components["schemas"]["PartnerAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        PartnerDto: {
            name: string;
        };
        ChangePartnerDto: {
            name?: string;
        };
        ClientAnswer: {
            clientId: string;
            name: string;
            scopes: string[];
            /** @enum {string} */
            mode: "live" | "sandbox";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before this one is good
             */
            previousSecretExpiresAt: string | null;
        };
        ClientPageAnswer: {
            items: components["schemas"]["ClientAnswer"][];
            next: string | null;
        };
        NewClientDto: {
            name: string;
            scopes: ("loyalty:read" | "loyalty:write" | "loyalty:settings" | "loyalty:sandbox")[];
            /**
             * @description In which programme of the partner it works; in the other one it can do nothing
             * @default live
             * @enum {string}
             */
            mode: "live" | "sandbox";
        };
        NewClientAnswer: {
            clientId: string;
            /** @description Told this once; only a hash of it is kept */
            clientSecret: string;
            scopes: string[];
        };
        RotateSecretDto: {
            /**
             * @description How long the secret until now stays good
             * @default 1440
             */
            overlapMinutes: number;
        };
        PreviousSecretAnswer: {
            /**
             * Format: date-time
             * @description From then on only the new secret is good
             */
            expiresAt: string;
        };
        RotatedSecretAnswer: {
            clientId: string;
            /** @description Told this once; only a hash of it is kept */
            clientSecret: string;
            previousSecret: components["schemas"]["PreviousSecretAnswer"];
        };
        ProductCategory: {
            /** Format: uuid */
            id: string;
            name: string;
            slug: string;
        };
        ListedProductAnswer: {
            /** Format: uuid */
            id: string;
            sku: string;
            name: string;
            /** @description Minor units of `currency` */
            price: number;
            currency: string;
            /** @description What can be ordered now from the branch */
            available: number;
            category: components["schemas"]["ProductCategory"];
        };
        ProductPageAnswer: {
            items: components["schemas"]["ListedProductAnswer"][];
            /** @description What `after` is for the next page */
            next: string | null;
            total?: number;
        };
        ProductAnswer: {
            /** Format: uuid */
            id: string;
            sku: string;
            name: string;
            /** @description Minor units of `currency` */
            price: number;
            currency: string;
            /** @description What can be ordered now from the branch */
            available: number;
            category: components["schemas"]["ProductCategory"];
            description: string;
            active: boolean;
        };
        BranchAnswer: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
        };
        BranchStockAnswer: {
            branch: components["schemas"]["BranchAnswer"];
            onHand: number;
            /** @description Set aside for orders */
            held: number;
            available: number;
        };
        StockPageAnswer: {
            items: components["schemas"]["BranchStockAnswer"][];
            next: string | null;
        };
        ProductDto: {
            sku: string;
            name: string;
            /** @default  */
            description: string;
            /** @description Minor units of `currency` */
            price: number;
            /** @description ISO 4217 */
            currency: string;
            /** Format: uuid */
            categoryId: string;
            /** @default true */
            active: boolean;
        };
        ProductChangeDto: {
            sku?: string;
            name?: string;
            /** @default  */
            description: string;
            /** @description Minor units of `currency` */
            price?: number;
            /** @description ISO 4217 */
            currency?: string;
            /** Format: uuid */
            categoryId?: string;
            /** @default true */
            active: boolean;
        };
        StockAdjustmentDto: {
            /** Format: uuid */
            productId: string;
            /** Format: uuid */
            branchId: string;
            /** @description Added to what is on hand; negative takes off */
            delta: number;
            reason: string;
        };
        StockTransferDto: {
            /** Format: uuid */
            productId: string;
            /** Format: uuid */
            fromBranchId: string;
            /**
             * Format: uuid
             * @description Another branch than it comes from
             */
            toBranchId: string;
            quantity: number;
            reason: string;
        };
        StockTransferAnswer: {
            /**
             * Format: uuid
             * @description The reference of both movements
             */
            id: string;
            from: components["schemas"]["BranchStockAnswer"];
            to: components["schemas"]["BranchStockAnswer"];
        };
        MovementActor: {
            kind: string;
            id: string;
        };
        MovementAnswer: {
            /** @description Rises with every movement */
            id: string;
            /** Format: uuid */
            productId: string;
            /** Format: uuid */
            branchId: string;
            /** @description Added to what was on hand */
            delta: number;
            /** @enum {string} */
            cause: "sale" | "adjustment" | "transfer";
            /**
             * Format: uuid
             * @description The order that was sold, or the transfer
             */
            reference: string | null;
            reason: string | null;
            actor: components["schemas"]["MovementActor"] | null;
            /** Format: date-time */
            at: string;
        };
        MovementPageAnswer: {
            items: components["schemas"]["MovementAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        CategoryAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            parentId: string | null;
            name: string;
            slug: string;
        };
        CategoryPageAnswer: {
            items: components["schemas"]["CategoryAnswer"][];
            next: string | null;
        };
        CategoryDto: {
            name: string;
            slug: string;
            /** Format: uuid */
            parentId?: string | null;
        };
        CategoryChangeDto: {
            name?: string;
            slug?: string;
            /** Format: uuid */
            parentId?: string | null;
        };
        BranchPageAnswer: {
            items: components["schemas"]["BranchAnswer"][];
            next: string | null;
        };
        BranchDto: {
            code: string;
            name: string;
        };
        BranchDetailAnswer: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            /**
             * Format: date-time
             * @description Since when nothing is sold there; null while it is open
             */
            closedAt: string | null;
        };
        BranchChangeDto: {
            code?: string;
            name?: string;
        };
        OpenCartDto: {
            /**
             * Format: uuid
             * @description Made by the client: sending it again is safe
             */
            id?: string;
            /**
             * Format: uuid
             * @description `online` unless told
             */
            branchId?: string;
        };
        CartItemAnswer: {
            /** Format: uuid */
            productId: string;
            sku: string;
            name: string;
            quantity: number;
            /** @description Today's, in minor units of the cart's currency */
            unitPrice: number;
            lineTotal: number;
            /** @description False once its time is over: it is for everybody again */
            held: boolean;
        };
        CartAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            branchId: string;
            /** Format: uuid */
            customerId: string | null;
            items: components["schemas"]["CartItemAnswer"][];
            /** @description Minor units of `currency`; null when prices have changed so that there is no one sum */
            total: number | null;
            /** @description Null while the cart is empty */
            currency: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description By the clock of the server: until then all of it is held
             */
            expiresAt: string;
            expired: boolean;
            /** @description It was given more time, and cannot be again */
            extended: boolean;
            /**
             * Format: uuid
             * @description The order that it became
             */
            orderId: string | null;
        };
        CartItemDto: {
            /** @description How many the cart is to have */
            quantity: number;
        };
        AwaitedItemDto: {
            /** Format: uuid */
            productId: string;
            quantity: number;
        };
        WaitingAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            productId: string;
            /** @description How many the cart is to have of it */
            quantity: number;
            /** @description 1 is next */
            position: number;
            /** Format: date-time */
            askedAt: string;
            /**
             * Format: date-time
             * @description It is not waited for any longer than that
             */
            waitsUntil: string;
        };
        WaitingListAnswer: {
            items: components["schemas"]["WaitingAnswer"][];
            next: string | null;
        };
        OrderItemDto: {
            /** Format: uuid */
            productId: string;
            quantity: number;
        };
        BatchedOrderDto: {
            /**
             * Format: uuid
             * @description Made by the client: sending it again is safe
             */
            id: string;
            /**
             * Format: uuid
             * @description `online` unless told
             */
            branchId?: string;
            items: components["schemas"]["OrderItemDto"][];
            /**
             * Format: date-time
             * @description When it was made, by the clock of the client
             */
            placedAt?: string;
        };
        OrderBatchDto: {
            orders: components["schemas"]["BatchedOrderDto"][];
        };
        OrderLineAnswer: {
            /**
             * Format: uuid
             * @description Null where the legacy shop did not say
             */
            productId: string | null;
            /** @description Null until an order with status `accepted` is confirmed, and where the legacy shop did not say */
            name: string | null;
            quantity: number;
            /** @description Minor units of the order's currency. Null until an order with status `accepted` is confirmed, and where the legacy shop did not say */
            unitPrice: number | null;
            /** @description What it cost by the list; at the counter it may be sold for another price. Null until an order with status `accepted` is confirmed, and where the legacy shop did not say */
            listPrice: number | null;
            /** @description Null until an order with status `accepted` is confirmed, and where the legacy shop did not say */
            lineTotal: number | null;
        };
        OrderAnswer: {
            /** Format: uuid */
            id: string;
            /** @example P-00000042 */
            number: string;
            /** @enum {string} */
            status: "accepted" | "awaiting-payment" | "paid" | "fulfilled" | "rejected" | "cancelled" | "expired" | "refunded";
            items: components["schemas"]["OrderLineAnswer"][];
            /** @description Minor units of `currency`. Null until an order with status `accepted` is confirmed, and where the legacy shop did not say */
            total: number | null;
            /** @description Null until an order with status `accepted` is confirmed, and where the legacy shop did not say */
            currency: string | null;
            /**
             * Format: uuid
             * @description Null where the legacy shop did not say
             */
            branchId: string | null;
            /** Format: uuid */
            customerId: string | null;
            /**
             * Format: uuid
             * @description The cart that it was
             */
            cartId: string | null;
            /** @description Sold at the counter */
            sale: boolean;
            /**
             * Format: date-time
             * @description When it was made, by the clock of the client
             */
            placedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description An order that is not paid by then expires
             */
            payBefore: string | null;
            /** Format: date-time */
            paidAt: string | null;
            /** @description The payment that paid it */
            paymentId: string | null;
            /** @description Null until it was paid */
            invoiceNumber: string | null;
        };
        BatchItemAnswer: {
            /** @description As it was sent; null when it was no text */
            id: string | null;
            /** @enum {string} */
            outcome: "created" | "known" | "refused";
            /** @description Unless it was refused */
            order?: components["schemas"]["OrderAnswer"];
            /** @description Why it was refused, as the refusal of a single order */
            problem?: {
                [key: string]: unknown;
            };
        };
        BatchAnswer: {
            /** @description One for each order that was sent, in the same order */
            items: components["schemas"]["BatchItemAnswer"][];
        };
        SaleItemDto: {
            /** Format: uuid */
            productId: string;
            quantity: number;
            /** @description In place of the list's price; minor units */
            unitPrice?: number;
        };
        SaleDto: {
            /**
             * Format: uuid
             * @description Made by the client: sending it again is safe
             */
            id?: string;
            /** Format: uuid */
            branchId: string;
            /** @description The customer's document number; without it nobody knows to whom */
            document?: string;
            items: components["schemas"]["SaleItemDto"][];
        };
        InvoiceCustomerAnswer: {
            /** Format: uuid */
            id: string;
            /** @description The document number */
            document: string | null;
            fullName: string | null;
        };
        InvoiceBranchAnswer: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
        };
        InvoiceAnswer: {
            /** @description When it was issued, its order, branch, first product and customer, each at its own width, and two check digits */
            number: string;
            /** Format: uuid */
            orderId: string;
            /** @example P-00000042 */
            orderNumber: string;
            /**
             * Format: date-time
             * @description When the order was paid
             */
            issuedAt: string;
            /** @description All its money was given back */
            refunded: boolean;
            /** @description Null for somebody whom nobody knows */
            customer: components["schemas"]["InvoiceCustomerAnswer"] | null;
            /** @description Null where the legacy shop did not say */
            branch: components["schemas"]["InvoiceBranchAnswer"] | null;
            lines: components["schemas"]["OrderLineAnswer"][];
            /** @description Minor units of `currency`. Null where the legacy shop did not say */
            total: number | null;
            /** @description Null where the legacy shop did not say */
            currency: string | null;
            /** @description What was given back of the total, in minor units */
            givenBack: number;
        };
        CurrencyTotalAnswer: {
            /** @example EUR */
            currency: string;
            /** @description Minor units */
            total: number;
        };
        InvoiceListAnswer: {
            customer: components["schemas"]["InvoiceCustomerAnswer"];
            /** @description Newest first */
            invoices: components["schemas"]["InvoiceAnswer"][];
            /** @description Over all invoices, on whatever page, less what was given back, in minor units; null when there are several currencies */
            total: number | null;
            /** @description Of `total` */
            currency: string | null;
            /** @description The same for each currency */
            totals: components["schemas"]["CurrencyTotalAnswer"][];
            next: string | null;
        };
        PlaceOrderDto: {
            /**
             * Format: uuid
             * @description Made by the client: sending it again is safe
             */
            id?: string;
            /**
             * Format: uuid
             * @description A cart, in place of branch and items
             */
            cartId?: string;
            /**
             * Format: uuid
             * @description `online` unless told
             */
            branchId?: string;
            items?: components["schemas"]["OrderItemDto"][];
        };
        OrderPageAnswer: {
            items: components["schemas"]["OrderAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        HistoryActor: {
            kind: string;
            id: string;
        };
        HistoryEntryAnswer: {
            /** Format: date-time */
            at: string;
            /** @enum {string|null} */
            from: "accepted" | "awaiting-payment" | "paid" | "fulfilled" | "rejected" | "cancelled" | "expired" | "refunded" | null;
            /** @enum {string} */
            to: "accepted" | "awaiting-payment" | "paid" | "fulfilled" | "rejected" | "cancelled" | "expired" | "refunded";
            actor: components["schemas"]["HistoryActor"] | null;
            reason: string | null;
        };
        HistoryAnswer: {
            items: components["schemas"]["HistoryEntryAnswer"][];
            next: string | null;
        };
        CancelOrderDto: {
            reason?: string;
        };
        RefundOrderDto: {
            reason?: string;
        };
        AccountAnswer: {
            id: number;
            /**
             * Format: uuid
             * @description Null for an account that came with the seed data
             */
            customerId: string | null;
            name: string | null;
            email: string | null;
            /** Format: date */
            birthdate: string | null;
            /**
             * Format: date-time
             * @description When its latest payment was made; never goes backwards
             */
            lastPaymentDate: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        AccountPageAnswer: {
            items: components["schemas"]["AccountAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        ActorAnswer: {
            /** @enum {string} */
            kind: "customer" | "staff" | "admin" | "partner" | "system";
            /** @description A user’s id, or the name of what acts by itself */
            id: string;
        };
        AlarmAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "offsets-missing" | "topic-begun-anew";
            /** @description What it means, in words */
            description: string;
            topic: string;
            partition: number;
            firstOffset: number;
            lastOffset: number;
            /** @description How often it was raised before it was acknowledged */
            occurrences: number;
            /** Format: date-time */
            raisedAt: string;
            /** Format: date-time */
            lastRaisedAt: string;
            /** Format: date-time */
            acknowledgedAt: string | null;
            acknowledgedBy: components["schemas"]["ActorAnswer"] | null;
            note: string | null;
        };
        AlarmPageAnswer: {
            items: components["schemas"]["AlarmAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        AcknowledgeDto: {
            /** @description What was found, for those who look later */
            note?: string;
        };
        FedAnswer: {
            /** @enum {string} */
            topic: "online" | "offline";
            partition: number;
            firstOffset: number;
            lastOffset: number;
            count: number;
        };
        PayDto: {
            /**
             * Format: uuid
             * @description Made by the client: sending it again is safe
             */
            id?: string;
            /** Format: uuid */
            orderId: string;
            /** @description The card number: 12 to 19 digits */
            creditCard: string;
        };
        RequestedPaymentAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "pending" | "captured" | "declined" | "parked" | "review";
        };
        PaymentAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "pending" | "captured" | "declined" | "parked" | "review";
            /** @enum {string} */
            type: "online" | "offline";
            accountId: number;
            /** @description Minor units */
            amount: number;
            /** @description Null for payments of the stream that paid no order and whose message names none */
            currency: string | null;
            /** Format: uuid */
            orderId: string | null;
            cardLast4: string | null;
            /** @description How often the gateway was asked */
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            capturedAt: string | null;
            /** Format: date-time */
            settledAt: string | null;
            /**
             * Format: date-time
             * @description When the gateway is asked again at the earliest
             */
            nextAttemptAt: string | null;
            /** @description What was given back of it, or is about to be */
            givenBack: number;
        };
        PaymentPageAnswer: {
            items: components["schemas"]["PaymentAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        MissingOffsets: {
            from: number;
            to: number;
        };
        CensusAnswer: {
            topic: string;
            partition: number;
            /** @description The sum of all outcomes */
            received: number;
            stored: number;
            duplicate: number;
            conflicting: number;
            declined: number;
            rejected: number;
            parked: number;
            open: number;
            review: number;
            firstOffset: number;
            lastOffset: number;
            /** @description How many offsets between the first and the last are missing */
            gaps: number;
            /** @description Where, the first hundred stretches */
            missing: components["schemas"]["MissingOffsets"][];
        };
        MessageAnswer: {
            topic: string;
            partition: number;
            offset: number;
            /** @enum {string} */
            outcome: "stored" | "duplicate" | "conflicting" | "declined" | "rejected" | "parked" | "open" | "review";
            reasonCode: string | null;
            reason: string | null;
            /** Format: uuid */
            paymentId: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            producedAt: string;
        };
        MessagePageAnswer: {
            items: components["schemas"]["MessageAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        ErrorReportAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            paymentId: string | null;
            /** @enum {string} */
            kind: "declined" | "rejected" | "parked" | "conflicting" | "review" | "refund-refused" | "refund-unanswered";
            /** @enum {string} */
            errorType: "database" | "network" | "other";
            description: string;
            /** @enum {string} */
            status: "waiting" | "in-doubt" | "delivered" | "refused";
            attempts: number;
            lastFailure: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deliveredAt: string | null;
        };
        ErrorReportPageAnswer: {
            items: components["schemas"]["ErrorReportAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        AttemptAnswer: {
            number: number;
            /** Format: date-time */
            askedAt: string;
            tookMs: number | null;
            /** @enum {string} */
            outcome: "approved" | "refused" | "unknown";
            httpStatus: number | null;
            /** @description What was answered, or what went wrong */
            answer: string | null;
            /** @description What it came to, in words */
            reason: string;
        };
        AttemptPageAnswer: {
            items: components["schemas"]["AttemptAnswer"][];
            next: string | null;
        };
        RefundDto: {
            /** @description Minor units; at most what is left of the payment */
            amount: number;
            reason: string;
        };
        RefundAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            paymentId: string;
            /** @description Minor units */
            amount: number;
            reason: string;
            /**
             * @description `open` until the gateway has said yes or no; `unanswered` when it was asked so often in vain that staff have to look at it
             * @enum {string}
             */
            status: "open" | "refunded" | "refused" | "unanswered";
            requestedBy: components["schemas"]["ActorAnswer"];
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            settledAt: string | null;
            /**
             * Format: date-time
             * @description When the gateway is asked again at the earliest
             */
            nextAttemptAt: string | null;
            /** @description None of what was paid out at the counter */
            attempts: components["schemas"]["AttemptAnswer"][];
        };
        RefundPageAnswer: {
            items: components["schemas"]["RefundAnswer"][];
            next: string | null;
        };
        ReplayViewAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["ActorAnswer"];
            /** @enum {string} */
            before: "stored" | "duplicate" | "conflicting" | "declined" | "rejected" | "parked" | "open" | "review";
            /** @enum {string} */
            after: "stored" | "duplicate" | "conflicting" | "declined" | "rejected" | "parked" | "open" | "review";
            /** @description Why, in words */
            reason: string;
        };
        MessageStoryAnswer: {
            topic: string;
            partition: number;
            offset: number;
            /** @enum {string} */
            outcome: "stored" | "duplicate" | "conflicting" | "declined" | "rejected" | "parked" | "open" | "review";
            reasonCode: string | null;
            reason: string | null;
            /** Format: uuid */
            paymentId: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            producedAt: string;
            /** @description The payment under its id, which another message may have brought */
            payment: components["schemas"]["PaymentAnswer"] | null;
            attempts: components["schemas"]["AttemptAnswer"][];
            errorReports: components["schemas"]["ErrorReportAnswer"][];
            /** @description The latest hundred, the first one first */
            replays: components["schemas"]["ReplayViewAnswer"][];
        };
        ReplayedMessageAnswer: {
            topic: string;
            partition: number;
            offset: number;
            /** @enum {string} */
            before: "stored" | "duplicate" | "conflicting" | "declined" | "rejected" | "parked" | "open" | "review";
            /** @enum {string} */
            after: "stored" | "duplicate" | "conflicting" | "declined" | "rejected" | "parked" | "open" | "review";
            /** @description Why, in words */
            reason: string;
        };
        ReplayDto: {
            /**
             * @description This or `paymentId` has to be given
             * @enum {string}
             */
            outcome?: "rejected" | "parked" | "conflicting" | "open";
            /**
             * Format: uuid
             * @description All messages that speak of this payment
             */
            paymentId?: string;
            /**
             * Format: date-time
             * @description Received at this instant or later
             */
            from?: string;
            /**
             * Format: date-time
             * @description Received before this instant
             */
            to?: string;
            /** @enum {string} */
            topic?: "online" | "offline";
            /** @description Only says what would become of the messages */
            dryRun?: boolean;
            /** @description The `next` of the answer before, to go on behind it */
            after?: string;
        };
        ReplayCountAnswer: {
            /** @enum {string} */
            from: "stored" | "duplicate" | "conflicting" | "declined" | "rejected" | "parked" | "open" | "review";
            /** @enum {string} */
            to: "stored" | "duplicate" | "conflicting" | "declined" | "rejected" | "parked" | "open" | "review";
            count: number;
        };
        ReplayedAnswer: {
            dryRun: boolean;
            /** @description How many messages were looked at, 1,000 at most */
            examined: number;
            /** @description How many of them have another outcome by it */
            changed: number;
            /** @description One for each way from outcome to outcome */
            counts: components["schemas"]["ReplayCountAnswer"][];
            /** @description The first hundred, those that change before those that stay */
            places: components["schemas"]["ReplayedMessageAnswer"][];
            /** @description There may be more of them: ask again with `next` as `after` */
            more: boolean;
            next: string | null;
        };
        ReviewAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            paymentId: string;
            /** @enum {string} */
            reasonCode: "no-answer" | "risk-too-high" | "not-screened";
            /** @description Why somebody has to look at it, in words */
            reason: string;
            /** Format: date-time */
            beganAt: string;
            /**
             * @description Null as long as it waits
             * @enum {string|null}
             */
            decision: "approve" | "decline" | null;
            /** @description Why, in the words of who decided */
            note: string | null;
            decidedBy: components["schemas"]["ActorAnswer"] | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        ReviewPageAnswer: {
            items: components["schemas"]["ReviewAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        ScreeningAnswer: {
            /** Format: uuid */
            paymentId: string;
            /** Format: date-time */
            askedAt: string;
            tookMs: number;
            httpStatus: number | null;
            /** @description Null without an answer */
            risk: number | null;
            /** @description 100 less the risk */
            result: number | null;
            /** @description Why there is no risk */
            fault: string | null;
            /** @description The whole answer as it came */
            answer: string | null;
            /** @description The limit that was in force */
            riskMax: number;
            /**
             * @description What became of payments without an answer
             * @enum {string}
             */
            policy: "allow" | "review";
            /** @enum {string} */
            verdict: "allow" | "review";
        };
        ReviewDto: {
            /** @enum {string} */
            decision: "approve" | "decline";
            /** @description Why; kept with the decision */
            note?: string;
        };
        NewMemberDto: {
            /** @description The partner's own id */
            externalId: string;
            name?: string;
            /** Format: email */
            email?: string;
        };
        MemberAnswer: {
            externalId: string;
            /** @description What can be used now */
            balance: number;
            /** @description What can be used later */
            pending: number;
            /** @description What is set aside */
            held: number;
            name: string | null;
            email: string | null;
            /** Format: date-time */
            joinedAt: string;
            /** @description Orders of the shop earn them points: it is known which customer they are */
            isCustomer: boolean;
            /** @description By what they have earned; null for none */
            tier: string | null;
        };
        MemberPageAnswer: {
            items: components["schemas"]["MemberAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        BalanceAnswer: {
            externalId: string;
            /** @description What can be used now */
            balance: number;
            /** @description What can be used later */
            pending: number;
            /** @description What is set aside */
            held: number;
            /** Format: date-time */
            asOf: string;
        };
        LiveHoldAnswer: {
            /**
             * Format: uuid
             * @description By which it is captured or released
             */
            id: string;
            points: number;
            description: string | null;
            sourceId: string | null;
            /**
             * Format: date-time
             * @description Since when they are held
             */
            at: string;
            /**
             * Format: date-time
             * @description Until when
             */
            expiresAt: string;
        };
        HoldListAnswer: {
            items: components["schemas"]["LiveHoldAnswer"][];
            /** @description Null: all that are told come at once */
            next: string | null;
        };
        EntryAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            category: "accrual" | "redemption" | "reversal" | "transfer-out" | "transfer-in" | "hold" | "capture" | "release" | "maturity" | "hold-expiry" | "expiry";
            /** @description How many were moved; the category says where */
            points: number;
            /** @description What the member could use right after it */
            balance: number;
            /**
             * Format: date-time
             * @description When it counted
             */
            at: string;
            description: string | null;
            /**
             * Format: date-time
             * @description The date of the service
             */
            occurredAt: string | null;
            sourceId: string | null;
            /** Format: date-time */
            availableFrom: string | null;
            /**
             * Format: date-time
             * @description Of accrued points; of a hold: until when it holds
             */
            expiresAt: string | null;
            /** @description The other member of a transfer */
            counterpart: string | null;
            /** Format: uuid */
            holdId: string | null;
            /**
             * Format: uuid
             * @description The entry that it takes back
             */
            reverses: string | null;
        };
        StatementAnswer: {
            items: components["schemas"]["EntryAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        MemberCustomerDto: {
            /** Format: uuid */
            customerId: string;
        };
        AccrualDto: {
            points: number;
            description: string;
            /** @description The partner's own id of it: sending it again is safe */
            sourceId: string;
            /**
             * Format: date-time
             * @description The date of the service
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description The points are pending until then; usable at once unless told
             */
            availableFrom?: string;
            /**
             * Format: date-time
             * @description Never, unless told
             */
            expiresAt?: string;
        };
        PostedAnswer: {
            /**
             * Format: uuid
             * @description Of the entry in the statement
             */
            id: string;
            points: number;
            /** @description What the member could use right after it */
            balance: number;
            /** Format: date-time */
            at: string;
        };
        RedemptionDto: {
            points: number;
            description: string;
            /** @description The partner's own id of it: sending it again is safe */
            sourceId: string;
            /**
             * Format: date-time
             * @description The date of the service
             */
            occurredAt: string;
        };
        HoldDto: {
            points: number;
            description: string;
            /** @description The partner's own id of it: sending it again is safe */
            sourceId: string;
            /** Format: date-time */
            occurredAt?: string;
            /**
             * Format: date-time
             * @description Until when they are held, 31 days at the most; a quarter of an hour unless told
             */
            expiresAt?: string;
        };
        HoldAnswer: {
            /**
             * Format: uuid
             * @description Of the entry in the statement
             */
            id: string;
            points: number;
            /** @description What the member could use right after it */
            balance: number;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description By the clock of the server: until then they are held
             */
            expiresAt: string;
        };
        CaptureDto: {
            /** @description All that is held unless told; the rest is released */
            points?: number;
        };
        TransferDto: {
            points: number;
            description: string;
            /** @description The partner's own id of it: sending it again is safe */
            sourceId: string;
            /** @description The external id of the member who gives */
            from: string;
            /** @description The external id of the member who gets them */
            to: string;
            /** Format: date-time */
            occurredAt?: string;
        };
        ReversalDto: {
            /** @description Why */
            description: string;
        };
        ProgrammeAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Null while it may come in
             */
            disabledAt: string | null;
            /**
             * @description What the partner was told last; 0 before the first. By it a stream begins with what is new
             * @example 1024
             */
            lastEventId: string;
        };
        ThresholdsDto: {
            /** @description What a member has, held points too: told when it rises above this */
            balanceAbove: number;
            /** @description What all members have together: told when it rises above this */
            totalAbove: number;
        };
        MultiplierDto: {
            /** @description Of its own among the multipliers */
            name: string;
            /** @description Of what the amount earns by itself: 200 doubles it, 0 lets it earn nothing */
            percent: number;
            /**
             * Format: uuid
             * @description With all below it. Null, or left out, for any
             */
            categoryId?: string | null;
            /**
             * Format: uuid
             * @description Null, or left out, for any
             */
            branchId?: string | null;
            /**
             * Format: date
             * @description The first date on which it counts
             */
            from?: string | null;
            /**
             * Format: date
             * @description The last date on which it counts
             */
            until?: string | null;
            /** @description From 1 for Monday to 7 for Sunday. Null, or left out, for any */
            weekdays?: (1 | 2 | 3 | 4 | 5 | 6 | 7)[] | null;
        };
        EarningRulesDto: {
            /** @description ISO 4217; orders in another currency earn nothing */
            currency: string;
            /** @description So many minor units earn `points` */
            amount: number;
            points: number;
            /**
             * @description Once for each order, of what all its lines come to
             * @default down
             * @enum {string}
             */
            rounding: "down" | "nearest" | "up";
            /**
             * @description The zone of the multipliers' dates, like Europe/Madrid
             * @default UTC
             */
            zone: string;
            /** @description Where several fit a line, the highest counts; where none does, the amount earns by itself */
            multipliers?: components["schemas"]["MultiplierDto"][];
            /** @description No order earns more */
            orderPointsMax?: number | null;
            /** @description The points are pending for so many days after they are given; not at all unless told */
            pendingDays?: number | null;
            /** @description They expire so many days after they are given; never unless told */
            expiresAfterDays?: number | null;
        };
        TierLevelDto: {
            /** @description Of its own among the levels */
            name: string;
            /** @description So many points within the window, or more */
            from: number;
        };
        TiersDto: {
            /**
             * @description Points count on the day on which they are earned, and until so many days of UTC are over
             * @default 365
             */
            windowDays: number;
            /**
             * @description So many days before a fall by time alone `member.tier_falling` is told; 0 for not at all
             * @default 30
             */
            noticeDays: number;
            /** @description The lowest first */
            levels: components["schemas"]["TierLevelDto"][];
        };
        ProgrammeSettingsAnswer: {
            thresholds: components["schemas"]["ThresholdsDto"];
            /** @description What orders of the shop earn */
            earning: components["schemas"]["EarningRulesDto"] | null;
            /** @description What members become by what they earn */
            tiers: components["schemas"]["TiersDto"] | null;
            /** @description So many days before points expire it is told */
            expiryNoticeDays: number | null;
        };
        ProgrammeSettingsDto: {
            /** @description Stay as they are when left out */
            thresholds?: components["schemas"]["ThresholdsDto"];
            /** @description What orders of the shop earn; null for nothing. Stays as it is when left out */
            earning?: components["schemas"]["EarningRulesDto"] | null;
            /** @description What members become by what they earn; null for nothing. Stays as it is when left out */
            tiers?: components["schemas"]["TiersDto"] | null;
            /** @description So many days before points expire `points.expiring` is told; null for not at all. Stays as it is when left out */
            expiryNoticeDays?: number | null;
        };
        ExpiringPointsAnswer: {
            /**
             * Format: date-time
             * @description The first instant of the month, in UTC
             */
            month: string;
            points: number;
        };
        LiabilityAnswer: {
            /** Format: date-time */
            at: string;
            /** @description All that members have: available, pending and held */
            outstanding: number;
            available: number;
            pending: number;
            held: number;
            /** @description What of it has no date on which it expires */
            neverExpires: number;
            /** @description What of it expires when, if nobody uses it */
            expiring: components["schemas"]["ExpiringPointsAnswer"][];
        };
        TriedLineDto: {
            /** Format: uuid */
            productId?: string;
            /**
             * Format: uuid
             * @description In place of a product
             */
            categoryId?: string;
            /** @description What is charged for it, in minor units */
            amount: number;
        };
        DryRunDto: {
            /**
             * Format: uuid
             * @description An order that a member has placed; or else `lines`
             */
            orderId?: string;
            lines?: components["schemas"]["TriedLineDto"][];
            /**
             * Format: uuid
             * @description Of lines: where they are bought; online unless told
             */
            branchId?: string;
            /** @description Of lines: that of the rules unless told */
            currency?: string;
            /**
             * Format: date-time
             * @description When it is paid; when the order was, or now, unless told
             */
            at?: string;
            /** @description To be tried in place of those of the programme */
            rules?: components["schemas"]["EarningRulesDto"];
        };
        EarnedLineAnswer: {
            /** Format: uuid */
            productId: string | null;
            /** @description What was charged for it, in minor units */
            amount: number;
            /** @description The name of the one that counts */
            multiplier: string | null;
            percent: number;
            /** @description All that fit the line, the highest first */
            fitting: string[];
            /** @description Points before rounding, with four digits behind the point */
            exact: string;
        };
        EarnedAnswer: {
            /** @description What the order earns */
            points: number;
            /** @description All lines together, before rounding */
            exact: string;
            /** @enum {string} */
            rounding: "down" | "nearest" | "up";
            /** @description It would have been more than an order may earn */
            capped: boolean;
            /** @description It earns nothing, because the rules are for another currency */
            otherCurrency: boolean;
            lines: components["schemas"]["EarnedLineAnswer"][];
        };
        SandboxClockAnswer: {
            /**
             * Format: date-time
             * @description What time it is in the sandbox
             */
            now: string;
            /** @description What its clock is ahead of the one of the live programme */
            aheadMs: number;
        };
        ClockMoveDto: {
            /** @description By so many milliseconds */
            advanceMs?: number;
            /**
             * Format: date-time
             * @description Or to this instant
             */
            to?: string;
        };
        PartnerEventAnswer: {
            /** @description Numbers follow each other without a gap; any of them is a cursor for `after` */
            id: string;
            /** @enum {string} */
            type: "member.balance_above" | "member.balance_zero" | "member.tier_changed" | "member.tier_falling" | "programme.total_above" | "points.expiring" | "points.expired";
            /**
             * Format: date-time
             * @description When it became true
             */
            timestamp: string;
            data: {
                [key: string]: unknown;
            };
        };
        PartnerEventPageAnswer: {
            items: components["schemas"]["PartnerEventAnswer"][];
            next: string | null;
        };
        TotalAnswer: {
            /**
             * Format: date-time
             * @description A multiple of the interval, in UTC
             */
            at: string;
            /** @description All that members had at that instant: available, pending and held. Null where it is not known: before the programme was opened, and until it was written, half a minute later or when ClickHouse is back */
            outstanding: number | null;
        };
        TotalsAnswer: {
            points: components["schemas"]["TotalAnswer"][];
        };
        WebhookAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uri */
            url: string;
            description: string | null;
            /** @description Null for all */
            eventTypes: ("member.balance_above" | "member.balance_zero" | "member.tier_changed" | "member.tier_falling" | "programme.total_above" | "points.expiring" | "points.expired")[] | null;
            /**
             * @description `gone`: it answered 410, and is not called until it is made active again
             * @enum {string}
             */
            status: "active" | "disabled" | "gone";
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until then deliveries are signed with the secret before this one, too
             */
            previousSecretUntil: string | null;
            /**
             * Format: date-time
             * @description When it accepted an event last
             */
            deliveredAt: string | null;
            /**
             * Format: date-time
             * @description Since an event was tried for the last time in vain; null once another one is accepted
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description When a delivery is tried next, at the earliest
             */
            nextAttemptAt: string | null;
        };
        WebhookListAnswer: {
            items: components["schemas"]["WebhookAnswer"][];
            /** @description Null: a programme has few enough for one page */
            next: string | null;
        };
        NewWebhookDto: {
            /**
             * Format: uri
             * @description Called with every event by POST; https, at an address that is public, and not sent on
             */
            url: string;
            description?: string | null;
            /** @description Only these; all without it, those that are yet to come included */
            eventTypes?: ("member.balance_above" | "member.balance_zero" | "member.tier_changed" | "member.tier_falling" | "programme.total_above" | "points.expiring" | "points.expired")[] | null;
        };
        NewWebhookAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uri */
            url: string;
            description: string | null;
            /** @description Null for all */
            eventTypes: ("member.balance_above" | "member.balance_zero" | "member.tier_changed" | "member.tier_falling" | "programme.total_above" | "points.expiring" | "points.expired")[] | null;
            /**
             * @description `gone`: it answered 410, and is not called until it is made active again
             * @enum {string}
             */
            status: "active" | "disabled" | "gone";
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until then deliveries are signed with the secret before this one, too
             */
            previousSecretUntil: string | null;
            /**
             * Format: date-time
             * @description When it accepted an event last
             */
            deliveredAt: string | null;
            /**
             * Format: date-time
             * @description Since an event was tried for the last time in vain; null once another one is accepted
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description When a delivery is tried next, at the earliest
             */
            nextAttemptAt: string | null;
            /** @description Told this once. By it you know that a delivery is ours */
            secret: string;
        };
        WebhookChangeDto: {
            /** Format: uri */
            url?: string;
            description?: string | null;
            eventTypes?: ("member.balance_above" | "member.balance_zero" | "member.tier_changed" | "member.tier_falling" | "programme.total_above" | "points.expiring" | "points.expired")[] | null;
            /**
             * @description Made active again, it goes on from where it was: nothing that happened meanwhile is left out
             * @enum {string}
             */
            status?: "active" | "disabled";
        };
        RotatedWebhookSecretAnswer: {
            /** Format: uuid */
            id: string;
            /** @description Told this once */
            secret: string;
            /**
             * Format: date-time
             * @description Until then deliveries are signed with both
             */
            previousSecretUntil: string;
        };
        DeliveryAttemptAnswer: {
            number: number;
            /** Format: date-time */
            at: string;
            tookMs: number;
            /** @description What it answered; null when it did not */
            status: number | null;
            error: string | null;
        };
        WebhookDeliveryAnswer: {
            /** @description As in the feed and in `webhook-id` */
            eventId: string;
            /** @enum {string} */
            type: "member.balance_above" | "member.balance_zero" | "member.tier_changed" | "member.tier_falling" | "programme.total_above" | "points.expiring" | "points.expired";
            /**
             * @description `failed`: the whole schedule is over; replay it, or read it in the feed
             * @enum {string}
             */
            status: "waiting" | "delivered" | "failed";
            /** @description How often it was tried */
            attempts: number;
            /** @description The latest first */
            lastAttempts: components["schemas"]["DeliveryAttemptAnswer"][];
            /** Format: date-time */
            nextAttemptAt: string | null;
        };
        WebhookDeliveryPageAnswer: {
            items: components["schemas"]["WebhookDeliveryAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        WebhookReplayDto: {
            /** @description The id of an event */
            from: string;
            /** @description The id of the last one; without it `from` alone is replayed. At most 10000 events */
            to?: string;
        };
        WebhookReplayAnswer: {
            /** @description How many are delivered again */
            events: number;
        };
        DeadLetterAnswer: {
            /** Format: uuid */
            eventId: string;
            /** @description Who could not take it */
            consumer: string;
            topic: string;
            /** @description What it is about; events of one key come in order */
            key: string;
            /** @description What the event tells, as in the catalogue of events */
            type: string;
            /** @description Why it could not be taken, as a stable code */
            reasonCode: string;
            reason: string;
            /** @description How often it was given up */
            failures: number;
            /** Format: date-time */
            diedAt: string;
            /**
             * Format: date-time
             * @description Null while it waits for somebody
             */
            replayedAt: string | null;
        };
        DeadLetterPageAnswer: {
            items: components["schemas"]["DeadLetterAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        SendAgainDto: {
            /**
             * Format: uuid
             * @description This event alone
             */
            eventId?: string;
            /** @description To this consumer alone */
            consumer?: string;
        };
        SentAgainAnswer: {
            /** @description How many were sent */
            replayed: number;
        };
        MailAnswer: {
            /** Format: uuid */
            id: string;
            recipient: string;
            subject: string;
            /** @enum {string} */
            status: "waiting" | "sent" | "captured" | "refused" | "given-up";
            /** @description How often it was tried */
            attempts: number;
            /** @description What the mail server said last, or what went wrong */
            lastFailure: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Null while it waits
             */
            endedAt: string | null;
        };
        MailPageAnswer: {
            items: components["schemas"]["MailAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        AttachmentAnswer: {
            number: number;
            filename: string;
            contentType: string;
            bytes: number;
            /** @description The HTML shows it as `cid:` and this */
            contentId: string | null;
        };
        CapturedMailAnswer: {
            /** Format: uuid */
            id: string;
            recipient: string;
            subject: string;
            /** @enum {string} */
            status: "waiting" | "sent" | "captured" | "refused" | "given-up";
            /** @description How often it was tried */
            attempts: number;
            /** @description What the mail server said last, or what went wrong */
            lastFailure: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Null while it waits
             */
            endedAt: string | null;
            text: string;
            html: string | null;
            attachments: components["schemas"]["AttachmentAnswer"][];
        };
        SubscriptionAnswer: {
            /** Format: uuid */
            id: string;
            address: string;
            /** @description Null for the transfers of all companies */
            companyKey: string | null;
            /** @enum {string} */
            language: "es" | "en" | "uk";
            /** Format: date-time */
            createdAt: string;
        };
        SubscriptionPageAnswer: {
            items: components["schemas"]["SubscriptionAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        SubscriptionDto: {
            /** Format: email */
            address: string;
            /** @description Only transfers of this company; those of all without it */
            companyKey?: string | null;
            /** @enum {string} */
            language: "es" | "en" | "uk";
        };
        ChangeSubscriptionDto: {
            /** Format: email */
            address?: string;
            /** @description Null for the transfers of all companies */
            companyKey?: string | null;
            /** @enum {string} */
            language?: "es" | "en" | "uk";
        };
        TransferAnswer: {
            key: string;
            /** @enum {string} */
            status: "new" | "taken" | "screened" | "written-back" | "failed" | "too-old" | "elsewhere";
            companyKey: string | null;
            /**
             * Format: date-time
             * @description The date that its owner wrote, where it can be read
             */
            datedAt: string | null;
            /** @description The scores of its streams, joined by `|` */
            result: string | null;
            reasonCode: string | null;
            /** @description Why it failed, was left alone or is tried again later */
            reason: string | null;
            /** @description How often its next step came to nothing */
            attempts: number;
            /** Format: date-time */
            notedAt: string;
            /** Format: date-time */
            takenAt: string | null;
            /** Format: date-time */
            screenedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description When it is worked next at the earliest
             */
            nextAttemptAt: string | null;
        };
        TransferPageAnswer: {
            items: components["schemas"]["TransferAnswer"][];
            next: string | null;
            /** @description With `total=true` */
            total?: number;
        };
        StreamAnswer: {
            number: number;
            audioUrl: string;
            /** Format: date-time */
            askedAt: string;
            tookMs: number;
            score: number | null;
        };
        TransferStoryAnswer: {
            key: string;
            /** @enum {string} */
            status: "new" | "taken" | "screened" | "written-back" | "failed" | "too-old" | "elsewhere";
            companyKey: string | null;
            /**
             * Format: date-time
             * @description The date that its owner wrote, where it can be read
             */
            datedAt: string | null;
            /** @description The scores of its streams, joined by `|` */
            result: string | null;
            reasonCode: string | null;
            /** @description Why it failed, was left alone or is tried again later */
            reason: string | null;
            /** @description How often its next step came to nothing */
            attempts: number;
            /** Format: date-time */
            notedAt: string;
            /** Format: date-time */
            takenAt: string | null;
            /** Format: date-time */
            screenedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description When it is worked next at the earliest
             */
            nextAttemptAt: string | null;
            /** @description How often it was screened from the beginning */
            round: number;
            streams: components["schemas"]["StreamAnswer"][];
            /** @description The record as it was when it was read last */
            record: {
                [key: string]: unknown;
            };
        };
        SentEditionAnswer: {
            edition: number;
            /** Format: date-time */
            takenAt: string;
        };
        MeasuredAnswer: {
            /** @description Minor units where it is money; null where there is nothing to say it of */
            value: number | null;
            /** @description The count of rows behind it */
            rows: number;
        };
        FigureAnswer: {
            /** @description Minor units where it is money; null where there is nothing to say it of */
            value: number | null;
            /** @description The count of rows behind it */
            rows: number;
            /** @enum {string} */
            name: "purchases" | "purchases-with-price" | "purchases-with-product" | "purchases-with-customer-and-product" | "purchases-with-customer-product-and-branch" | "revenue" | "refunded" | "busy-minutes" | "purchases-per-busy-minute" | "purchases-per-minute" | "margin" | "difference-average" | "difference-largest" | "difference-smallest" | "payments" | "given-back" | "errors" | "points-issued" | "points-used" | "points-expired" | "points-outstanding" | "running-out" | "drifts";
            /** @description Its name in words */
            label: string;
            /** @description What it says, and of what */
            definition: string;
            /** @enum {string} */
            unit: "count" | "money" | "rate" | "points" | "days";
            /** @description ISO 4217, of what is money; null where no currency is known */
            currency: string | null;
            /** @description The same of the week before; null where there was none */
            before: components["schemas"]["MeasuredAnswer"] | null;
            /** @description What it was when it was sent; null where it is that still, or was not sent */
            sent: components["schemas"]["MeasuredAnswer"] | null;
        };
        ColumnAnswer: {
            /** @enum {string} */
            name: "purchases" | "lines" | "pieces" | "revenue" | "payments" | "amount" | "errors" | "delivered" | "issued" | "used" | "expired" | "outstanding" | "available" | "sold" | "days-left" | "received" | "stored" | "duplicate" | "conflicting" | "declined" | "rejected" | "parked" | "open" | "review" | "gaps" | "drifts";
            label: string;
            /** @enum {string} */
            unit: "count" | "money" | "rate" | "points" | "days";
        };
        ListRowAnswer: {
            /** @description The id of what it is about, or a word of ours */
            id: string;
            label: string;
            /** @description ISO 4217, of what is money; null where no currency is known */
            currency: string | null;
            /** @description By column */
            values: {
                [key: string]: number;
            };
            /** @description How many rows are behind each of them */
            counts: {
                [key: string]: number;
            };
            /** @description The same of the week before; null where there was none */
            before: {
                [key: string]: number;
            } | null;
            /** @description How many rows were behind each of these */
            beforeCounts: {
                [key: string]: number;
            } | null;
            /** @description What it was when it was sent; null where it is that still, or was not sent */
            sent: {
                [key: string]: number;
            } | null;
        };
        ReportListAnswer: {
            /** @enum {string} */
            name: "branches" | "categories" | "products" | "customers" | "payment-outcomes" | "error-kinds" | "census" | "partners" | "running-out" | "drift-kinds";
            label: string;
            definition: string;
            columns: components["schemas"]["ColumnAnswer"][];
            rows: components["schemas"]["ListRowAnswer"][];
            /** @description How many there are, of which the first are told */
            all: number;
        };
        SectionAnswer: {
            /** @enum {string} */
            name: "sales" | "prices" | "payments" | "points" | "shop";
            label: string;
            figures: components["schemas"]["FigureAnswer"][];
            lists: components["schemas"]["ReportListAnswer"][];
        };
        KeptRootAnswer: {
            /**
             * Format: date-time
             * @description The end of a day
             */
            until: string;
            seal: number;
            hash: string;
        };
        ReportAnswer: {
            /** @example 2026-W47 */
            week: string;
            /** @description In which its days begin and end */
            zone: string;
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description The first instant of the next week
             */
            to: string;
            /**
             * Format: date-time
             * @description When these figures were so
             */
            takenAt: string;
            /** @description False while the week goes on */
            isOver: boolean;
            /** @enum {string} */
            language: "es" | "en" | "uk";
            /** @description What it is held against: the edition that was sent last; null where none was */
            sent: components["schemas"]["SentEditionAnswer"] | null;
            /** @description Data came late: something is not as it was sent */
            isRestated: boolean;
            sections: components["schemas"]["SectionAnswer"][];
            /** @description Of the audit log, at the end of each day */
            roots: components["schemas"]["KeptRootAnswer"][];
        };
        SendReportDto: {
            /**
             * @description A week as ISO 8601 names it
             * @example 2026-W47
             */
            week: string;
            /** @description Ids of recipients; all of them where none are named */
            recipients?: string[];
        };
        SentAnswer: {
            /** @example 2026-W47 */
            week: string;
            /** @description Counted from 1; a new one where data came late */
            edition: number;
            /** @description Recipients who get it now */
            delivered: number;
            /** @description Recipients who had this edition already */
            already: number;
        };
        DeliveryAnswer: {
            /** Format: uuid */
            id: string;
            /** @example 2026-W47 */
            week: string;
            edition: number;
            /** Format: uuid */
            recipientId: string;
            /** Format: email */
            address: string;
            /** @enum {string} */
            language: "es" | "en" | "uk";
            /**
             * Format: date-time
             * @description When it was handed to the mail
             */
            deliveredAt: string;
            /**
             * @description What became of the mail
             * @enum {string}
             */
            mail: "waiting" | "sent" | "captured" | "refused" | "given-up";
        };
        DeliveryPageAnswer: {
            items: components["schemas"]["DeliveryAnswer"][];
            next: string | null;
            /** @description How many there are, where that was asked */
            total?: number;
        };
        RecipientAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: email */
            address: string;
            /** @enum {string} */
            language: "es" | "en" | "uk";
            attachments: ("pdf" | "csv")[];
            /** Format: date-time */
            createdAt: string;
        };
        RecipientPageAnswer: {
            items: components["schemas"]["RecipientAnswer"][];
            next: string | null;
            /** @description How many there are, where that was asked */
            total?: number;
        };
        RecipientDto: {
            /** Format: email */
            address: string;
            /** @enum {string} */
            language: "es" | "en" | "uk";
            /**
             * @description What hangs on the mail, besides the report in the message itself
             * @default [
             *       "pdf",
             *       "csv"
             *     ]
             */
            attachments: ("pdf" | "csv")[];
        };
        ChangeRecipientDto: {
            /** Format: email */
            address?: string;
            /** @enum {string} */
            language?: "es" | "en" | "uk";
            attachments?: ("pdf" | "csv")[];
        };
        DriftAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "paid-without-capture" | "paid-amount-differs" | "paid-stock-not-used" | "capture-not-marked" | "capture-without-order" | "movement-without-cause" | "hold-without-order" | "points-without-payment" | "points-not-taken-back" | "payment-without-points";
            /** @description What it is about: an order, a payment, a movement, an entry of points */
            subject: string;
            /**
             * @description `gone` is what was right again when it was looked at later; `dismissed` is what is to stay as it is
             * @enum {string}
             */
            status: "open" | "corrected" | "dismissed" | "gone";
            /** @description What each side says */
            rows: {
                [key: string]: unknown;
            };
            /** @description What approving it does; null where somebody has to find out first what is right */
            correction?: ({
                /** @enum {string} */
                does: "mark-paid" | "refund-payment" | "put-payment" | "use-stock" | "release-stock" | "return-stock" | "reverse-points" | "take-back-points" | "earn-points";
            } & {
                [key: string]: unknown;
            }) | null;
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            foundAt: string;
            /**
             * Format: date-time
             * @description When it was there the last time that somebody looked
             */
            seenAt: string;
            /**
             * Format: date-time
             * @description Null while it is open
             */
            closedAt: string | null;
            approvedBy?: {
                kind: string;
                id: string;
            } | null;
            /** @description Who dismissed it, and why */
            dismissed?: {
                kind: string;
                id: string;
                reason: string;
            } | null;
            /**
             * Format: date-time
             * @description When a correction was approved that did not take: it was there again an hour later
             */
            triedAt: string | null;
        };
        DriftPageAnswer: {
            items: components["schemas"]["DriftAnswer"][];
            next: string | null;
            /** @description How many there are, where that was asked */
            total?: number;
        };
        DismissDriftDto: {
            /** @description Why nothing is to be mended */
            reason: string;
        };
        SalesTodayAnswer: {
            /** @description Null for purchases without a price */
            currency: string | null;
            purchases: number;
            /** @description Minor units */
            revenue: number;
        };
        WaitingOrdersAnswer: {
            /** @enum {string} */
            status: "accepted" | "awaiting-payment" | "paid";
            /** @description Counted up to 1,000 */
            orders: number;
        };
        PaymentsTodayAnswer: {
            /** @enum {string} */
            status: "pending" | "captured" | "declined" | "parked" | "review";
            /** @description Null for payments whose message names none */
            currency: string | null;
            payments: number;
            /** @description Minor units */
            amount: number;
        };
        TallyAnswer: {
            topic: string;
            partition: number;
            /** @description The sum of all outcomes */
            received: number;
            stored: number;
            duplicate: number;
            conflicting: number;
            declined: number;
            rejected: number;
            parked: number;
            open: number;
            review: number;
            firstOffset: number;
            lastOffset: number;
            /** @description How many offsets between the first and the last are missing */
            gaps: number;
        };
        RunningOutAnswer: {
            /** Format: uuid */
            productId: string;
            product: string;
            /** Format: uuid */
            branchId: string;
            branch: string;
            available: number;
            /** @description Pieces sold in the last seven days */
            sold: number;
            /** @description Movements of stock that these are a sum of */
            movements: number;
            /** @description For how many days that is enough at this pace */
            daysLeft: number;
        };
        RunningOutListAnswer: {
            all: number;
            /** @description Those that run out first */
            first: components["schemas"]["RunningOutAnswer"][];
        };
        AttentionAnswer: {
            /** @description Of the payment stream, not acknowledged */
            alarms: number;
            /** @description Payments of which nobody has decided yet */
            reviews: number;
            /** @description Error reports that the error log has refused */
            refusedReports: number;
            /** @description Open drifts between contexts */
            drifts: number;
            /** @description Events that a consumer could not take, not sent again yet */
            deadLetters: number;
            /** @description As of five minutes ago at the most */
            runningOut: components["schemas"]["RunningOutListAnswer"];
        };
        TodayAnswer: {
            /**
             * Format: date-time
             * @description Midnight, in the zone of reports
             */
            since: string;
            /** @description Purchases since then, by currency */
            sales: components["schemas"]["SalesTodayAnswer"][];
            waiting: components["schemas"]["WaitingOrdersAnswer"][];
            /** @description Payments received since then */
            payments: components["schemas"]["PaymentsTodayAnswer"][];
            /** @description Of all messages, whenever they were received */
            census: components["schemas"]["TallyAnswer"][];
            /** @description What members of all programmes have in points, at this moment */
            pointsOutstanding: number;
            attention: components["schemas"]["AttentionAnswer"];
        };
        LoggedActorAnswer: {
            /** @description `customer`, `staff`, `admin`, `partner` or `system` */
            kind: string;
            /** @description Of a person or a client their id, of the system the name of what is at work */
            id: string;
        };
        LoggedQueryAnswer: {
            statement: string;
            /** @description As they were given, or masked */
            parameters: unknown[];
        };
        LogEntryAnswer: {
            id: number;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            action: "INSERT" | "UPDATE" | "DELETE" | "SELECT";
            /** @example catalog */
            schema: string;
            /** @example products */
            table: string;
            /** @description The primary key, its parts with commas between them; null for what was read */
            rowId: string | null;
            /** @description Null for who was not known: nobody signed in, or somebody who worked without Plaza */
            actor: components["schemas"]["LoggedActorAnswer"] | null;
            /** @description How the person or the partner is called now; null for all others */
            actorName: string | null;
            /** @description The `X-Request-Id` of the request */
            requestId: string | null;
            /** @description The same for all that was committed together */
            transactionId: string;
            /** @description What an UPDATE changed, as it was; of a DELETE the whole row, without its key and what was empty */
            old: {
                [key: string]: unknown;
            } | null;
            /** @description What an UPDATE changed, as it is; of an INSERT the whole row, without its key and what is empty */
            new: {
                [key: string]: unknown;
            } | null;
            /** @description What was asked, where it was read */
            query: components["schemas"]["LoggedQueryAnswer"] | null;
            /** @description How many rows were found, where it was read */
            rows: number | null;
        };
        LogPageAnswer: {
            items: components["schemas"]["LogEntryAnswer"][];
            next: string | null;
        };
        SealAnswer: {
            number: number;
            /** @description The first id of the stretch that it closes */
            fromId: number;
            toId: number;
            rows: number;
            /**
             * Format: date-time
             * @description When the first of its rows was written
             */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            /** Format: date-time */
            sealedAt: string;
            /** @description Over its rows and the seal before, so it stands for everything until then */
            hash: string;
            previousHash: string;
        };
        SealPageAnswer: {
            items: components["schemas"]["SealAnswer"][];
            next: string | null;
        };
        VerifyDto: {
            /** @description The `next` of the part before */
            from?: number;
            /** @description The hash of a seal as it was told once: it has to be there still */
            root?: string;
        };
        FindingAnswer: {
            /** @enum {string} */
            kind: "row-changed" | "row-removed" | "row-inserted" | "row-moved" | "seal-changed" | "seal-missing" | "month-missing" | "root-unknown";
            /** @description The number of the seal */
            seal: number;
            /** @description The id of the row */
            row: number | null;
            detail: string;
        };
        RootAnswer: {
            seal: number;
            hash: string;
        };
        VerificationAnswer: {
            /** @description Nothing was found in this part */
            intact: boolean;
            findings: components["schemas"]["FindingAnswer"][];
            /** @description How many seals were looked at */
            seals: number;
            /** @description How many rows were looked at */
            rows: number;
            /** @description Seals whose month was taken out of the log: their rows were not looked at */
            archived: number;
            /** @description The last seal that was looked at, which stands for everything before it */
            root: components["schemas"]["RootAnswer"] | null;
            /** @description What to begin the next part `from`; null after the last */
            next: number | null;
        };
        /** @description A refusal, RFC 9457. `code` is stable: branch on it. More members may follow that help to act on this very problem. */
        Problem: {
            /**
             * Format: uri
             * @description `urn:plaza:problem:` and the code
             */
            type: string;
            title: string;
            status: number;
            /** @description What is wrong, for people */
            detail: string;
            /** @description The path that was asked */
            instance: string;
            code: string;
            /** @description Under which our logs know the request */
            requestId: string;
            /** @description Every place of the request that is at fault */
            errors?: {
                /** @description RFC 6901 */
                pointer: string;
                detail: string;
            }[];
            /** @description Seconds after which asking again makes sense */
            retryAfter?: number;
        } & {
            [key: string]: unknown;
        };
        OAuthRefusal: {
            /** @enum {string} */
            error: "invalid_request" | "invalid_client" | "invalid_scope" | "unsupported_grant_type" | "temporarily_unavailable";
            error_description: string;
            /** @description The code that a problem would have */
            code?: string;
            /** @description Seconds after which asking again makes sense */
            retryAfter?: number;
        };
    };
    responses: {
        /** @description Something in the request is wrong or unknown; `errors` tells every place */
        InvalidRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:request.invalid",
                 *       "title": "The request is not valid",
                 *       "status": 400,
                 *       "detail": "The request is not valid",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "request.invalid"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No access token, or one that has expired or was ended */
        SignInNeeded: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:identity.token-missing",
                 *       "title": "Please sign in",
                 *       "status": 401,
                 *       "detail": "This needs an access token: Authorization: Bearer …",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "identity.token-missing"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is good, but this is for others; `roles` or `scope` tells for whom */
        NotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:identity.not-allowed",
                 *       "title": "Not allowed",
                 *       "status": 403,
                 *       "detail": "This is not for you",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "identity.not-allowed"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or it is somebody else's */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:orders.order-unknown",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is no such order",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "orders.order-unknown"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description None of the media types in `Accept` is among those that this is told in */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:request.not-acceptable",
                 *       "title": "Not acceptable",
                 *       "status": 406,
                 *       "detail": "This can be had as application/json, text/html",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "request.not-acceptable"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The present state does not allow it, or the same request is being worked on just now */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:orders.out-of-stock",
                 *       "title": "This conflicts with the present state",
                 *       "status": 409,
                 *       "detail": "There is not enough on the shelves",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "orders.out-of-stock"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than we take */
        TooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:request.too-large",
                 *       "title": "The request is too large",
                 *       "status": 413,
                 *       "detail": "Request body is too large",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "request.too-large"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A part of the address is too long */
        AddressTooLong: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:request.address-too-long",
                 *       "title": "URI Too Long",
                 *       "status": 414,
                 *       "detail": "A part of the address is too long",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "request.address-too-long"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a media type that is not understood here */
        MediaTypeUnknown: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:request.media-type-unknown",
                 *       "title": "This media type is not understood",
                 *       "status": 415,
                 *       "detail": "Unsupported Media Type",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "request.media-type-unknown"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Well-formed, but it cannot be carried out; or the Idempotency-Key was used for a request with other content */
        Unprocessable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:request.idempotency-key-reused",
                 *       "title": "The request cannot be carried out",
                 *       "status": 422,
                 *       "detail": "This Idempotency-Key was used before for a request with other content",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "request.idempotency-key-reused"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many of these requests; `Retry-After` tells when to come again */
        TooMany: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:request.too-many",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "Too many requests; please come again later",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "request.too-many"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something that this needs cannot be reached; nothing was done, so it can be sent again */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:plaza:problem:platform.database-unavailable",
                 *       "title": "Not available at the moment",
                 *       "status": 503,
                 *       "detail": "The database cannot be reached at the moment; nothing was done, so the request can be sent again",
                 *       "instance": "/v1/orders",
                 *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                 *       "code": "platform.database-unavailable"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Names the request in our logs and in the answer; made here when it is not sent */
        "X-Request-Id": string;
    };
    requestBodies: never;
    headers: {
        /** @description The id under which our logs know the request */
        "X-Request-Id": string;
        /** @description How to show who you are */
        "WWW-Authenticate": string;
        /** @description Seconds until asking again makes sense */
        "Retry-After": string;
        /** @description What is left of the quota and seconds until it is whole again */
        RateLimit: string;
        /** @description The quotas that count here */
        "RateLimit-Policy": string;
        /** @description The answer is that of an earlier request with this key */
        "Idempotency-Replayed": "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "running.operations.live": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "alive",
                     *       "version": "1.4.0"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "alive";
                        /** @description Of the build that runs */
                        version: string;
                    };
                };
            };
            400: components["responses"]["InvalidRequest"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "running.operations.ready": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "parts": {
                     *         "database": "ok",
                     *         "events": "ok"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "not-ready";
                        /** @description `ok`, or what is wrong, by part */
                        parts: {
                            [key: string]: string;
                        };
                    };
                };
            };
            400: components["responses"]["InvalidRequest"];
            429: components["responses"]["TooMany"];
            /** @description No work should be sent here */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "not-ready";
                        /** @description `ok`, or what is wrong, by part */
                        parts: {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
    };
    "running.operations.metricsText": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["InvalidRequest"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "running.asyncApi.describe": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asyncapi": "3.0.0",
                     *       "info": {
                     *         "title": "Plaza",
                     *         "version": "1.4.0"
                     *       },
                     *       "channels": {},
                     *       "operations": {}
                     *     }
                     */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["InvalidRequest"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.register": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "ana.perez",
                 *       "email": "ana@example.com",
                 *       "password": "correct horse battery",
                 *       "fullName": "Ana Pérez"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "username": "ana.perez",
                     *       "email": "ana@example.com",
                     *       "fullName": "Ana Pérez",
                     *       "documentNumber": "52.345.678",
                     *       "role": "customer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProfileDto"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.logIn": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "ana.perez",
                 *       "password": "correct horse battery"
                 *     }
                 */
                "application/json": components["schemas"]["LogInDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl",
                     *       "refreshToken": "9Yq3s0nUuQm0VbJ8c2xw1hJtP5e7R4k6",
                     *       "tokenType": "Bearer",
                     *       "expiresIn": 900
                     *     }
                     */
                    "application/json": components["schemas"]["SessionTokensDto"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.refresh": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "9Yq3s0nUuQm0VbJ8c2xw1hJtP5e7R4k6"
                 *     }
                 */
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl",
                     *       "refreshToken": "9Yq3s0nUuQm0VbJ8c2xw1hJtP5e7R4k6",
                     *       "tokenType": "Bearer",
                     *       "expiresIn": 900
                     *     }
                     */
                    "application/json": components["schemas"]["SessionTokensDto"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.logOut": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.me": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "username": "ana.perez",
                     *       "email": "ana@example.com",
                     *       "fullName": "Ana Pérez",
                     *       "documentNumber": "52.345.678",
                     *       "role": "customer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProfileDto"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.changeMe": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fullName": "Ana Pérez Ruiz"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeProfileDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "username": "ana.perez",
                     *       "email": "ana@example.com",
                     *       "fullName": "Ana Pérez Ruiz",
                     *       "documentNumber": "52.345.678",
                     *       "role": "customer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProfileDto"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.changePassword": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "correct horse battery",
                 *       "newPassword": "staple of another horse"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.customers.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "createdAt" | "-createdAt";
                /** @description The whole document number */
                document?: string;
                /** @description Words that are part of the name, username, e-mail address or document number */
                q?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *           "username": "ana.perez",
                     *           "email": "ana@example.com",
                     *           "fullName": "Ana Pérez",
                     *           "documentNumber": "52.345.678",
                     *           "role": "customer",
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "disabledAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.customers.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fullName": "Ana Pérez",
                 *       "documentNumber": "52.345.678"
                 *     }
                 */
                "application/json": components["schemas"]["CounterCustomerDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "username": null,
                     *       "email": null,
                     *       "fullName": "Ana Pérez",
                     *       "documentNumber": "52.345.678",
                     *       "role": "customer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.customers.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "username": "ana.perez",
                     *       "email": "ana@example.com",
                     *       "fullName": "Ana Pérez",
                     *       "documentNumber": "52.345.678",
                     *       "role": "customer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.customers.change": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeCustomerDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "username": "ana.perez",
                     *       "email": "ana@example.com",
                     *       "fullName": "Ana Pérez",
                     *       "documentNumber": "52.345.678",
                     *       "role": "customer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.customers.disable": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "username": "ana.perez",
                     *       "email": "ana@example.com",
                     *       "fullName": "Ana Pérez",
                     *       "documentNumber": "52.345.678",
                     *       "role": "customer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "disabledAt": "2026-11-21T09:35:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.customers.enable": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "username": "ana.perez",
                     *       "email": "ana@example.com",
                     *       "fullName": "Ana Pérez",
                     *       "documentNumber": "52.345.678",
                     *       "role": "customer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.customers.issueClaimCode": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "K7QM-4TXD",
                     *       "expiresAt": "2026-11-24T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ClaimCodeAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.staff.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "createdAt" | "-createdAt";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f",
                     *           "username": "luis.gil",
                     *           "email": "luis@example.com",
                     *           "fullName": "Luis Gil",
                     *           "documentNumber": null,
                     *           "role": "staff",
                     *           "createdAt": "2026-10-01T07:00:00.000Z",
                     *           "disabledAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.staff.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "luis.gil",
                 *       "email": "luis@example.com",
                 *       "password": "correct horse battery",
                 *       "role": "staff",
                 *       "fullName": "Luis Gil"
                 *     }
                 */
                "application/json": components["schemas"]["NewStaffDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f",
                     *       "username": "luis.gil",
                     *       "email": "luis@example.com",
                     *       "fullName": "Luis Gil",
                     *       "documentNumber": null,
                     *       "role": "staff",
                     *       "createdAt": "2026-10-01T07:00:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.staff.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f",
                     *       "username": "luis.gil",
                     *       "email": "luis@example.com",
                     *       "fullName": "Luis Gil",
                     *       "documentNumber": null,
                     *       "role": "staff",
                     *       "createdAt": "2026-10-01T07:00:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.staff.change": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "admin"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeStaffDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f",
                     *       "username": "luis.gil",
                     *       "email": "luis@example.com",
                     *       "fullName": "Luis Gil",
                     *       "documentNumber": null,
                     *       "role": "admin",
                     *       "createdAt": "2026-10-01T07:00:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.staff.disable": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f",
                     *       "username": "luis.gil",
                     *       "email": "luis@example.com",
                     *       "fullName": "Luis Gil",
                     *       "documentNumber": null,
                     *       "role": "staff",
                     *       "createdAt": "2026-10-01T07:00:00.000Z",
                     *       "disabledAt": "2026-11-21T09:35:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.staff.enable": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f",
                     *       "username": "luis.gil",
                     *       "email": "luis@example.com",
                     *       "fullName": "Luis Gil",
                     *       "documentNumber": null,
                     *       "role": "staff",
                     *       "createdAt": "2026-10-01T07:00:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.oAuth.token": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grant_type": "client_credentials",
                 *       "client_id": "till-7",
                 *       "client_secret": "…",
                 *       "scope": "payments:feed"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    grant_type: "client_credentials";
                    /** @description Unless the credentials are in the Authorization header */
                    client_id?: string;
                    client_secret?: string;
                    /** @description Separated by spaces; all that the client may have when left out */
                    scope?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl",
                     *       "token_type": "Bearer",
                     *       "expires_in": 900,
                     *       "scope": "payments:feed"
                     *     }
                     */
                    "application/json": {
                        access_token: string;
                        /** @enum {string} */
                        token_type: "Bearer";
                        /** @description Seconds */
                        expires_in: number;
                        scope: string;
                    };
                };
            };
            /** @description Something in the request is wrong or unknown; `errors` tells every place */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthRefusal"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No access token, or one that has expired or was ended */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthRefusal"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            /** @description Too many of these requests; `Retry-After` tells when to come again */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthRefusal"];
                };
            };
            /** @description Something that this needs cannot be reached; nothing was done, so it can be sent again */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthRefusal"];
                };
            };
        };
    };
    "identity.oAuth.jwks": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "kty": "RSA",
                     *           "use": "sig",
                     *           "alg": "RS256",
                     *           "kid": "2026-11",
                     *           "n": "yKbr2fV0…",
                     *           "e": "AQAB"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        keys: {
                            kty: string;
                            use: string;
                            alg: string;
                            kid: string;
                            n: string;
                            e: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["InvalidRequest"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.partners.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "createdAt" | "-createdAt";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f29-0000-7000-8000-00000000c0fe",
                     *           "name": "Cafe Central",
                     *           "createdAt": "2026-10-05T08:00:00.000Z",
                     *           "disabledAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.partners.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Cafe Central"
                 *     }
                 */
                "application/json": components["schemas"]["PartnerDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f29-0000-7000-8000-00000000c0fe",
                     *       "name": "Cafe Central",
                     *       "createdAt": "2026-10-05T08:00:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.partners.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f29-0000-7000-8000-00000000c0fe",
                     *       "name": "Cafe Central",
                     *       "createdAt": "2026-10-05T08:00:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.partners.change": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Cafe Central & Sons"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePartnerDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f29-0000-7000-8000-00000000c0fe",
                     *       "name": "Cafe Central & Sons",
                     *       "createdAt": "2026-10-05T08:00:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.partners.disable": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f29-0000-7000-8000-00000000c0fe",
                     *       "name": "Cafe Central",
                     *       "createdAt": "2026-10-05T08:00:00.000Z",
                     *       "disabledAt": "2026-11-21T09:35:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.partners.enable": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f29-0000-7000-8000-00000000c0fe",
                     *       "name": "Cafe Central",
                     *       "createdAt": "2026-10-05T08:00:00.000Z",
                     *       "disabledAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.partners.listClients": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "clientId": "cafe-central-till",
                     *           "name": "Till",
                     *           "scopes": [
                     *             "loyalty:read",
                     *             "loyalty:write"
                     *           ],
                     *           "mode": "live",
                     *           "createdAt": "2026-10-05T08:00:00.000Z",
                     *           "disabledAt": null,
                     *           "previousSecretExpiresAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ClientPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.partners.createClient": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Till",
                 *       "scopes": [
                 *         "loyalty:read",
                 *         "loyalty:write"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewClientDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clientId": "cafe-central-till",
                     *       "clientSecret": "Vq3mJ8sXw2L0cT9yRkD4nZ6bHfA1uPeG",
                     *       "scopes": [
                     *         "loyalty:read",
                     *         "loyalty:write"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["NewClientAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.partners.rotateSecret": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlapMinutes": 1440
                 *     }
                 */
                "application/json": components["schemas"]["RotateSecretDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clientId": "cafe-central-till",
                     *       "clientSecret": "Vq3mJ8sXw2L0cT9yRkD4nZ6bHfA1uPeG",
                     *       "previousSecret": {
                     *         "expiresAt": "2026-11-22T09:30:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RotatedSecretAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "identity.partners.disableClient": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.productList.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Id or slug of a category; what lies below it is included */
                category?: string;
                /** @description Part of the name or of the SKU, whatever the accents; one or two characters must begin the name. Sorted by relevance, what is called something like it follows, at most 300 products */
                q?: string;
                /** @description Minor units */
                minPrice?: number;
                /** @description Minor units */
                maxPrice?: number;
                /** @description Id or code of the branch whose stock is told and filtered by */
                branch?: string;
                /** @description Only what that branch has */
                inStock?: boolean;
                /** @description `relevance` where `q` is given, else `name` */
                sort?: "name" | "price" | "-price" | "newest" | "relevance";
                /** @description Counts all matches, too */
                total?: boolean;
            };
            header?: {
                "If-None-Match"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "sku": "SHIRT-BLUE-M",
                     *           "name": "Blue shirt",
                     *           "price": 2990,
                     *           "currency": "EUR",
                     *           "available": 12,
                     *           "category": {
                     *             "id": "019e2f2f-0001-7000-8000-000000000001",
                     *             "name": "Shirts",
                     *             "slug": "shirts"
                     *           }
                     *         }
                     *       ],
                     *       "next": "eyJuIjoiQmx1ZSBzaGlydCJ9"
                     *     }
                     */
                    "application/json": components["schemas"]["ProductPageAnswer"];
                };
            };
            /** @description You have this list */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.products.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "SHIRT-BLUE-M",
                 *       "name": "Blue shirt",
                 *       "price": 2990,
                 *       "currency": "EUR",
                 *       "categoryId": "019e2f2f-0001-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["ProductDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *       "sku": "SHIRT-BLUE-M",
                     *       "name": "Blue shirt",
                     *       "price": 2990,
                     *       "currency": "EUR",
                     *       "available": 0,
                     *       "category": {
                     *         "id": "019e2f2f-0001-7000-8000-000000000001",
                     *         "name": "Shirts",
                     *         "slug": "shirts"
                     *       },
                     *       "description": "Cotton",
                     *       "active": true
                     *     }
                     */
                    "application/json": components["schemas"]["ProductAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.products.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *       "sku": "SHIRT-BLUE-M",
                     *       "name": "Blue shirt",
                     *       "price": 2990,
                     *       "currency": "EUR",
                     *       "available": 12,
                     *       "category": {
                     *         "id": "019e2f2f-0001-7000-8000-000000000001",
                     *         "name": "Shirts",
                     *         "slug": "shirts"
                     *       },
                     *       "description": "Cotton",
                     *       "active": true
                     *     }
                     */
                    "application/json": components["schemas"]["ProductAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.products.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.products.change": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "price": 2690
                 *     }
                 */
                "application/json": components["schemas"]["ProductChangeDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *       "sku": "SHIRT-BLUE-M",
                     *       "name": "Blue shirt",
                     *       "price": 2690,
                     *       "currency": "EUR",
                     *       "available": 12,
                     *       "category": {
                     *         "id": "019e2f2f-0001-7000-8000-000000000001",
                     *         "name": "Shirts",
                     *         "slug": "shirts"
                     *       },
                     *       "description": "Cotton",
                     *       "active": true
                     *     }
                     */
                    "application/json": components["schemas"]["ProductAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.products.stock": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "branch": {
                     *             "id": "019a9f3c-5c00-7000-8000-000000000001",
                     *             "code": "online",
                     *             "name": "Online"
                     *           },
                     *           "onHand": 12,
                     *           "held": 0,
                     *           "available": 12
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["StockPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.stock.adjust": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                 *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                 *       "delta": 12,
                 *       "reason": "Delivery of Tuesday"
                 *     }
                 */
                "application/json": components["schemas"]["StockAdjustmentDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branch": {
                     *         "id": "019a9f3c-5c00-7000-8000-000000000001",
                     *         "code": "online",
                     *         "name": "Online"
                     *       },
                     *       "onHand": 12,
                     *       "held": 0,
                     *       "available": 12
                     *     }
                     */
                    "application/json": components["schemas"]["BranchStockAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.stock.transfer": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                 *       "fromBranchId": "019a9f3c-5c00-7000-8000-000000000001",
                 *       "toBranchId": "019e2f2e-0002-7000-8000-0000000000b2",
                 *       "quantity": 4,
                 *       "reason": "The window of Saturday"
                 *     }
                 */
                "application/json": components["schemas"]["StockTransferDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f42-1c2d-7e3f-8a4b-5c6d7e8f9001",
                     *       "from": {
                     *         "branch": {
                     *           "id": "019a9f3c-5c00-7000-8000-000000000001",
                     *           "code": "online",
                     *           "name": "Online"
                     *         },
                     *         "onHand": 8,
                     *         "held": 0,
                     *         "available": 8
                     *       },
                     *       "to": {
                     *         "branch": {
                     *           "id": "019e2f2e-0002-7000-8000-0000000000b2",
                     *           "code": "downtown",
                     *           "name": "Downtown"
                     *         },
                     *         "onHand": 4,
                     *         "held": 0,
                     *         "available": 4
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StockTransferAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.stock.movements": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "at" | "-at";
                productId?: string;
                branchId?: string;
                cause?: "sale" | "adjustment" | "transfer";
                /** @description Moved at this instant or later */
                from?: string;
                /** @description Moved before this instant */
                to?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "8812",
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *           "delta": 12,
                     *           "reason": "Delivery of Tuesday",
                     *           "cause": "adjustment",
                     *           "reference": null,
                     *           "actor": {
                     *             "kind": "staff",
                     *             "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f"
                     *           },
                     *           "at": "2026-11-21T09:35:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["MovementPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.structure.categories": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f2f-0001-7000-8000-000000000001",
                     *           "name": "Shirts",
                     *           "slug": "shirts",
                     *           "parentId": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["CategoryPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.structure.createCategory": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Shirts",
                 *       "slug": "shirts"
                 *     }
                 */
                "application/json": components["schemas"]["CategoryDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f2f-0001-7000-8000-000000000001",
                     *       "name": "Shirts",
                     *       "slug": "shirts",
                     *       "parentId": null
                     *     }
                     */
                    "application/json": components["schemas"]["CategoryAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.structure.category": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f2f-0001-7000-8000-000000000001",
                     *       "name": "Shirts",
                     *       "slug": "shirts",
                     *       "parentId": null
                     *     }
                     */
                    "application/json": components["schemas"]["CategoryAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.structure.removeCategory": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.structure.changeCategory": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Shirts and blouses"
                 *     }
                 */
                "application/json": components["schemas"]["CategoryChangeDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f2f-0001-7000-8000-000000000001",
                     *       "name": "Shirts and blouses",
                     *       "slug": "shirts",
                     *       "parentId": null
                     *     }
                     */
                    "application/json": components["schemas"]["CategoryAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.structure.branches": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f3c-5c00-7000-8000-000000000001",
                     *           "code": "online",
                     *           "name": "Online"
                     *         },
                     *         {
                     *           "id": "019e2f2e-0002-7000-8000-0000000000b2",
                     *           "code": "downtown",
                     *           "name": "Downtown"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["BranchPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.structure.openBranch": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "downtown",
                 *       "name": "Downtown"
                 *     }
                 */
                "application/json": components["schemas"]["BranchDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f2e-0002-7000-8000-0000000000b2",
                     *       "code": "downtown",
                     *       "name": "Downtown",
                     *       "closedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["BranchDetailAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.structure.branch": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f2e-0002-7000-8000-0000000000b2",
                     *       "code": "downtown",
                     *       "name": "Downtown",
                     *       "closedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["BranchDetailAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.structure.closeBranch": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "catalog.structure.changeBranch": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Downtown, Main Street"
                 *     }
                 */
                "application/json": components["schemas"]["BranchChangeDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f2e-0002-7000-8000-0000000000b2",
                     *       "code": "downtown",
                     *       "name": "Downtown, Main Street",
                     *       "closedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["BranchDetailAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "carts.open": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["OpenCartDto"];
            };
        };
        responses: {
            /** @description It had been begun before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f40-33aa-7c5d-8e6f-708192a3b4c5",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "items": [],
                     *       "total": 0,
                     *       "currency": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:45:00.000Z",
                     *       "expired": false,
                     *       "extended": false,
                     *       "orderId": null
                     *     }
                     */
                    "application/json": components["schemas"]["CartAnswer"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f40-33aa-7c5d-8e6f-708192a3b4c5",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "items": [],
                     *       "total": 0,
                     *       "currency": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:45:00.000Z",
                     *       "expired": false,
                     *       "extended": false,
                     *       "orderId": null
                     *     }
                     */
                    "application/json": components["schemas"]["CartAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "carts.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f40-33aa-7c5d-8e6f-708192a3b4c5",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "sku": "SHIRT-BLUE-M",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980,
                     *           "held": true
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:45:00.000Z",
                     *       "expired": false,
                     *       "extended": false,
                     *       "orderId": null
                     *     }
                     */
                    "application/json": components["schemas"]["CartAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "carts.setItem": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": 2
                 *     }
                 */
                "application/json": components["schemas"]["CartItemDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f40-33aa-7c5d-8e6f-708192a3b4c5",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "sku": "SHIRT-BLUE-M",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980,
                     *           "held": true
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:45:00.000Z",
                     *       "expired": false,
                     *       "extended": false,
                     *       "orderId": null
                     *     }
                     */
                    "application/json": components["schemas"]["CartAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            /** @description It cannot be in one order with what is in the cart */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.idempotency-key-reused",
                     *       "title": "The request cannot be carried out",
                     *       "status": 422,
                     *       "detail": "This Idempotency-Key was used before for a request with other content",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.idempotency-key-reused"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "carts.removeItem": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f40-33aa-7c5d-8e6f-708192a3b4c5",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "items": [],
                     *       "total": 0,
                     *       "currency": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:45:00.000Z",
                     *       "expired": false,
                     *       "extended": false,
                     *       "orderId": null
                     *     }
                     */
                    "application/json": components["schemas"]["CartAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "carts.extend": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f40-33aa-7c5d-8e6f-708192a3b4c5",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "sku": "SHIRT-BLUE-M",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980,
                     *           "held": true
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T10:00:00.000Z",
                     *       "expired": false,
                     *       "extended": true,
                     *       "orderId": null
                     *     }
                     */
                    "application/json": components["schemas"]["CartAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "carts.waiting.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f40-4d5e-7f60-8172-93a4b5c6d7e8",
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "quantity": 1,
                     *           "position": 3,
                     *           "askedAt": "2026-11-21T09:30:00.000Z",
                     *           "waitsUntil": "2026-11-22T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["WaitingListAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "carts.waiting.join": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                 *       "quantity": 1
                 *     }
                 */
                "application/json": components["schemas"]["AwaitedItemDto"];
            };
        };
        responses: {
            /** @description The cart waited for as many already */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f40-4d5e-7f60-8172-93a4b5c6d7e8",
                     *       "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *       "quantity": 1,
                     *       "position": 3,
                     *       "askedAt": "2026-11-21T09:30:00.000Z",
                     *       "waitsUntil": "2026-11-22T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WaitingAnswer"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f40-4d5e-7f60-8172-93a4b5c6d7e8",
                     *       "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *       "quantity": 1,
                     *       "position": 3,
                     *       "askedAt": "2026-11-21T09:30:00.000Z",
                     *       "waitsUntil": "2026-11-22T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WaitingAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "carts.waiting.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
                waitingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not waited for any more */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "carts.waitingEvents.events": {
        parameters: {
            query?: {
                /** @description As the header */
                lastEventId?: string;
            };
            header?: {
                /** @description Go on after this event */
                "Last-Event-ID"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `promoted` when what was waited for lies in the cart, `waiting-ended` when it is not waited for any more; ends when the access token does, and goes on from where `Last-Event-ID` says */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.sales.batch": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "orders": [
                 *         {
                 *           "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                 *           "items": [
                 *             {
                 *               "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                 *               "quantity": 2
                 *             }
                 *           ],
                 *           "placedAt": "2026-11-21T09:30:00.000Z"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OrderBatchDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *           "outcome": "created",
                     *           "order": {
                     *             "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *             "number": "P-00000042",
                     *             "status": "awaiting-payment",
                     *             "items": [
                     *               {
                     *                 "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *                 "name": "Blue shirt",
                     *                 "quantity": 2,
                     *                 "listPrice": 2990,
                     *                 "unitPrice": 2990,
                     *                 "lineTotal": 5980
                     *               }
                     *             ],
                     *             "total": 5980,
                     *             "currency": "EUR",
                     *             "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *             "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *             "cartId": null,
                     *             "sale": false,
                     *             "placedAt": null,
                     *             "createdAt": "2026-11-21T09:30:00.000Z",
                     *             "payBefore": "2026-11-21T10:00:00.000Z",
                     *             "paidAt": null,
                     *             "paymentId": null,
                     *             "invoiceNumber": null
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.sales.sell": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                 *       "document": "52.345.678",
                 *       "items": [
                 *         {
                 *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                 *           "quantity": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SaleDto"];
            };
        };
        responses: {
            /** @description It had been sold before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *       "number": "P-00000042",
                     *       "status": "paid",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "listPrice": 2990,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "cartId": null,
                     *       "sale": true,
                     *       "placedAt": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "payBefore": null,
                     *       "paidAt": "2026-11-21T09:35:00.000Z",
                     *       "paymentId": "3f5379b6-4a95-49b3-a9c0-3a5703df8073",
                     *       "invoiceNumber": "20261121093500000-000000000001A-01KAFKRQ00E008000000000001-01KRQK0NDAFCE9TBHZ99DPRZCE-01KRQKR6STFP79RKTTDDY8V7GF-55"
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *       "number": "P-00000042",
                     *       "status": "paid",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "listPrice": 2990,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "cartId": null,
                     *       "sale": true,
                     *       "placedAt": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "payBefore": null,
                     *       "paidAt": "2026-11-21T09:35:00.000Z",
                     *       "paymentId": "3f5379b6-4a95-49b3-a9c0-3a5703df8073",
                     *       "invoiceNumber": "20261121093500000-000000000001A-01KAFKRQ00E008000000000001-01KRQK0NDAFCE9TBHZ99DPRZCE-01KRQKR6STFP79RKTTDDY8V7GF-55"
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.invoices.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The customer's document number; customers may leave it out and see their own */
                document?: string;
                /** @description Of the page or PDF */
                language?: "es" | "en" | "uk";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer": {
                     *         "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *         "document": "52.345.678",
                     *         "fullName": "Ana Pérez"
                     *       },
                     *       "invoices": [
                     *         {
                     *           "number": "20261121093500000-000000000001A-01KAFKRQ00E008000000000001-01KRQK0NDAFCE9TBHZ99DPRZCE-01KRQKR6STFP79RKTTDDY8V7GF-55",
                     *           "orderId": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *           "orderNumber": "P-00000042",
                     *           "issuedAt": "2026-11-21T09:35:00.000Z",
                     *           "refunded": false,
                     *           "givenBack": 0,
                     *           "customer": {
                     *             "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *             "document": "52.345.678",
                     *             "fullName": "Ana Pérez"
                     *           },
                     *           "branch": {
                     *             "id": "019a9f3c-5c00-7000-8000-000000000001",
                     *             "code": "online",
                     *             "name": "Online"
                     *           },
                     *           "lines": [
                     *             {
                     *               "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *               "name": "Blue shirt",
                     *               "quantity": 2,
                     *               "listPrice": 2990,
                     *               "unitPrice": 2990,
                     *               "lineTotal": 5980
                     *             }
                     *           ],
                     *           "total": 5980,
                     *           "currency": "EUR"
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "totals": [
                     *         {
                     *           "total": 5980,
                     *           "currency": "EUR"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["InvoiceListAnswer"];
                    "text/html": string;
                    "application/pdf": string;
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description No customer has this document number */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the media types in `Accept` is among those that this is told in */
            406: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.not-acceptable",
                     *       "title": "Not acceptable",
                     *       "status": 406,
                     *       "detail": "This can be had as application/json, text/html",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.not-acceptable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.invoices.get": {
        parameters: {
            query?: {
                /** @description Of the page or PDF */
                language?: "es" | "en" | "uk";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description With or without its dashes, in capitals or not */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "20261121093500000-000000000001A-01KAFKRQ00E008000000000001-01KRQK0NDAFCE9TBHZ99DPRZCE-01KRQKR6STFP79RKTTDDY8V7GF-55",
                     *       "orderId": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *       "orderNumber": "P-00000042",
                     *       "issuedAt": "2026-11-21T09:35:00.000Z",
                     *       "refunded": false,
                     *       "givenBack": 0,
                     *       "customer": {
                     *         "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *         "document": "52.345.678",
                     *         "fullName": "Ana Pérez"
                     *       },
                     *       "branch": {
                     *         "id": "019a9f3c-5c00-7000-8000-000000000001",
                     *         "code": "online",
                     *         "name": "Online"
                     *       },
                     *       "lines": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "listPrice": 2990,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR"
                     *     }
                     */
                    "application/json": components["schemas"]["InvoiceAnswer"];
                    "text/html": string;
                    "application/pdf": string;
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            /** @description None of the media types in `Accept` is among those that this is told in */
            406: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.not-acceptable",
                     *       "title": "Not acceptable",
                     *       "status": 406,
                     *       "detail": "This can be had as application/json, text/html",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.not-acceptable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "createdAt" | "-createdAt";
                status?: "accepted" | "awaiting-payment" | "paid" | "fulfilled" | "rejected" | "cancelled" | "expired" | "refunded";
                /** @description For staff; customers see their own */
                customerId?: string;
                /** @description For staff: the customer's document number */
                document?: string;
                /** @description Id or code of the branch */
                branch?: string;
                /** @description Placed at this instant or later */
                from?: string;
                /** @description Placed before this instant */
                to?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *           "number": "P-00000042",
                     *           "status": "awaiting-payment",
                     *           "items": [
                     *             {
                     *               "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *               "name": "Blue shirt",
                     *               "quantity": 2,
                     *               "listPrice": 2990,
                     *               "unitPrice": 2990,
                     *               "lineTotal": 5980
                     *             }
                     *           ],
                     *           "total": 5980,
                     *           "currency": "EUR",
                     *           "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *           "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *           "cartId": null,
                     *           "sale": false,
                     *           "placedAt": null,
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "payBefore": "2026-11-21T10:00:00.000Z",
                     *           "paidAt": null,
                     *           "paymentId": null,
                     *           "invoiceNumber": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["OrderPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.place": {
        parameters: {
            query?: never;
            header?: {
                /** @description `respond-async`: to be decided later */
                Prefer?: string;
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                 *       "items": [
                 *         {
                 *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                 *           "quantity": 2
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlaceOrderDto"];
            };
        };
        responses: {
            /** @description It had been placed before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *       "number": "P-00000042",
                     *       "status": "awaiting-payment",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "listPrice": 2990,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "cartId": null,
                     *       "sale": false,
                     *       "placedAt": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "payBefore": "2026-11-21T10:00:00.000Z",
                     *       "paidAt": null,
                     *       "paymentId": null,
                     *       "invoiceNumber": null
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *       "number": "P-00000042",
                     *       "status": "awaiting-payment",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "listPrice": 2990,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "cartId": null,
                     *       "sale": false,
                     *       "placedAt": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "payBefore": "2026-11-21T10:00:00.000Z",
                     *       "paidAt": null,
                     *       "paymentId": null,
                     *       "invoiceNumber": null
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            /** @description Taken in; `Location` tells what becomes of it */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *       "number": "P-00000042",
                     *       "status": "accepted",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "listPrice": 2990,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "cartId": null,
                     *       "sale": false,
                     *       "placedAt": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "payBefore": null,
                     *       "paidAt": null,
                     *       "paymentId": null,
                     *       "invoiceNumber": null
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *       "number": "P-00000042",
                     *       "status": "awaiting-payment",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "listPrice": 2990,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "cartId": null,
                     *       "sale": false,
                     *       "placedAt": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "payBefore": "2026-11-21T10:00:00.000Z",
                     *       "paidAt": null,
                     *       "paymentId": null,
                     *       "invoiceNumber": null
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.history": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "from": null,
                     *           "to": "awaiting-payment",
                     *           "actor": {
                     *             "kind": "customer",
                     *             "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f"
                     *           },
                     *           "reason": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["HistoryAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.events": {
        parameters: {
            query?: {
                /** @description As the header */
                lastEventId?: string;
            };
            header?: {
                /** @description Go on after this event */
                "Last-Event-ID"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event per change of status, until nothing can follow; ends when the access token does, and goes on from where `Last-Event-ID` says */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.cancel": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The wrong size"
                 *     }
                 */
                "application/json": components["schemas"]["CancelOrderDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *       "number": "P-00000042",
                     *       "status": "cancelled",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "listPrice": 2990,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "cartId": null,
                     *       "sale": false,
                     *       "placedAt": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "payBefore": null,
                     *       "paidAt": null,
                     *       "paymentId": null,
                     *       "invoiceNumber": null
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.fulfil": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *       "number": "P-00000042",
                     *       "status": "fulfilled",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "listPrice": 2990,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "cartId": null,
                     *       "sale": false,
                     *       "placedAt": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "payBefore": null,
                     *       "paidAt": "2026-11-21T09:35:00.000Z",
                     *       "paymentId": "3f5379b6-4a95-49b3-a9c0-3a5703df8073",
                     *       "invoiceNumber": "20261121093500000-000000000001A-01KAFKRQ00E008000000000001-01KRQK0NDAFCE9TBHZ99DPRZCE-01KRQKR6STFP79RKTTDDY8V7GF-55"
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "orders.refund": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Both came back unworn"
                 *     }
                 */
                "application/json": components["schemas"]["RefundOrderDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *       "number": "P-00000042",
                     *       "status": "paid",
                     *       "items": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "name": "Blue shirt",
                     *           "quantity": 2,
                     *           "listPrice": 2990,
                     *           "unitPrice": 2990,
                     *           "lineTotal": 5980
                     *         }
                     *       ],
                     *       "total": 5980,
                     *       "currency": "EUR",
                     *       "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "cartId": null,
                     *       "sale": false,
                     *       "placedAt": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "payBefore": null,
                     *       "paidAt": "2026-11-21T09:35:00.000Z",
                     *       "paymentId": "3f5379b6-4a95-49b3-a9c0-3a5703df8073",
                     *       "invoiceNumber": "20261121093500000-000000000001A-01KAFKRQ00E008000000000001-01KRQK0NDAFCE9TBHZ99DPRZCE-01KRQKR6STFP79RKTTDDY8V7GF-55"
                     *     }
                     */
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.accounts.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "id" | "-id";
                /** @description The account of this customer */
                customerId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 2001,
                     *           "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *           "name": "Ana Pérez",
                     *           "email": "ana@example.com",
                     *           "birthdate": null,
                     *           "lastPaymentDate": "2026-11-21T09:35:00.412Z",
                     *           "createdAt": "2026-11-21T09:30:00.214Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AccountPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.accounts.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                accountId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 2001,
                     *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *       "name": "Ana Pérez",
                     *       "email": "ana@example.com",
                     *       "birthdate": null,
                     *       "lastPaymentDate": "2026-11-21T09:35:00.412Z",
                     *       "createdAt": "2026-11-21T09:30:00.214Z"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.alarms.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "raisedAt" | "-raisedAt";
                /** @description Only those that are acknowledged, or only the others */
                acknowledged?: boolean;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f50-1e2f-7a3b-9c4d-5e6f70819203",
                     *           "kind": "offsets-missing",
                     *           "topic": "online",
                     *           "partition": 1,
                     *           "description": "Offsets were passed over: Kafka had not kept these messages when they were to be taken, or a producer used transactions",
                     *           "firstOffset": 880,
                     *           "lastOffset": 911,
                     *           "occurrences": 1,
                     *           "raisedAt": "2026-11-21T09:36:10.007Z",
                     *           "lastRaisedAt": "2026-11-21T09:36:10.007Z",
                     *           "acknowledgedAt": null,
                     *           "acknowledgedBy": null,
                     *           "note": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.alarms.acknowledge": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "The topic kept messages for an hour only; it is a week now"
                 *     }
                 */
                "application/json": components["schemas"]["AcknowledgeDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f50-1e2f-7a3b-9c4d-5e6f70819203",
                     *       "kind": "offsets-missing",
                     *       "topic": "online",
                     *       "partition": 1,
                     *       "description": "Offsets were passed over: Kafka had not kept these messages when they were to be taken, or a producer used transactions",
                     *       "firstOffset": 880,
                     *       "lastOffset": 911,
                     *       "occurrences": 1,
                     *       "raisedAt": "2026-11-21T09:36:10.007Z",
                     *       "lastRaisedAt": "2026-11-21T09:36:10.007Z",
                     *       "acknowledgedAt": "2026-11-21T10:02:33.000Z",
                     *       "acknowledgedBy": {
                     *         "kind": "staff",
                     *         "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f"
                     *       },
                     *       "note": "The topic kept messages for an hour only; it is a week now"
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.listMessages": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "offset" | "-offset";
                outcome?: "stored" | "duplicate" | "conflicting" | "declined" | "rejected" | "parked" | "open" | "review";
                topic?: "online" | "offline";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "topic": "offline",
                     *           "partition": 0,
                     *           "offset": 4711,
                     *           "outcome": "parked",
                     *           "reasonCode": "account-unknown",
                     *           "reason": "The account is not known yet",
                     *           "paymentId": "8c1d40f2-6b1e-4a57-9e0c-2f7a51d3c684",
                     *           "receivedAt": "2026-11-21T09:36:10.007Z",
                     *           "producedAt": "2026-11-21T09:36:09.870Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.feed.take": {
        parameters: {
            query: {
                topic: "online" | "offline";
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {"payment_id":"8c1d40f2-6b1e-4a57-9e0c-2f7a51d3c684","account_id":547,"payment_type":"offline","credit_card":"","amount":30} */
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "topic": "offline",
                     *       "partition": 0,
                     *       "firstOffset": 4711,
                     *       "lastOffset": 4711,
                     *       "count": 1
                     *     }
                     */
                    "application/json": components["schemas"]["FedAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description The messages come over Kafka here */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "createdAt" | "-createdAt";
                status?: "pending" | "captured" | "declined" | "parked" | "review";
                type?: "online" | "offline";
                account?: number;
                /** @description Received at this instant or later */
                from?: string;
                /** @description Received before this instant */
                to?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "3f5379b6-4a95-49b3-a9c0-3a5703df8073",
                     *           "status": "captured",
                     *           "type": "online",
                     *           "accountId": 2001,
                     *           "amount": 5980,
                     *           "currency": "EUR",
                     *           "orderId": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *           "cardLast4": "1233",
                     *           "attempts": 1,
                     *           "createdAt": "2026-11-21T09:35:00.118Z",
                     *           "capturedAt": "2026-11-21T09:35:00.412Z",
                     *           "settledAt": "2026-11-21T09:35:00.412Z",
                     *           "nextAttemptAt": null,
                     *           "givenBack": 2990
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.pay": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "orderId": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                 *       "creditCard": "4980276372331233"
                 *     }
                 */
                "application/json": components["schemas"]["PayDto"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "3f5379b6-4a95-49b3-a9c0-3a5703df8073",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["RequestedPaymentAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.census": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "topic": "offline",
                     *         "partition": 0,
                     *         "received": 4712,
                     *         "stored": 4703,
                     *         "duplicate": 4,
                     *         "conflicting": 1,
                     *         "declined": 0,
                     *         "rejected": 2,
                     *         "parked": 2,
                     *         "open": 0,
                     *         "review": 0,
                     *         "firstOffset": 0,
                     *         "lastOffset": 4711,
                     *         "gaps": 0,
                     *         "missing": []
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["CensusAnswer"][];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.listErrors": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "createdAt" | "-createdAt";
                status?: "waiting" | "in-doubt" | "delivered" | "refused";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f43-9d10-7b61-8c25-6a7b8c9d0e1f",
                     *           "paymentId": "8c1d40f2-6b1e-4a57-9e0c-2f7a51d3c684",
                     *           "kind": "parked",
                     *           "errorType": "other",
                     *           "description": "The account is not known yet",
                     *           "status": "delivered",
                     *           "attempts": 1,
                     *           "lastFailure": null,
                     *           "createdAt": "2026-11-21T09:36:10.007Z",
                     *           "deliveredAt": "2026-11-21T09:36:10.240Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorReportPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.events": {
        parameters: {
            query?: {
                /** @description As the header */
                lastEventId?: string;
            };
            header?: {
                /** @description Go on after this event */
                "Last-Event-ID"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `status` with the census of every partition, when it last received something, and what is open, parked and owed to the error log: at once, and again within a second of a change; ends when the access token does, and goes on from where `Last-Event-ID` says */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "3f5379b6-4a95-49b3-a9c0-3a5703df8073",
                     *       "status": "captured",
                     *       "type": "online",
                     *       "accountId": 2001,
                     *       "amount": 5980,
                     *       "currency": "EUR",
                     *       "orderId": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *       "cardLast4": "1233",
                     *       "attempts": 1,
                     *       "createdAt": "2026-11-21T09:35:00.118Z",
                     *       "capturedAt": "2026-11-21T09:35:00.412Z",
                     *       "settledAt": "2026-11-21T09:35:00.412Z",
                     *       "nextAttemptAt": null,
                     *       "givenBack": 2990
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.attempts": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "number": 1,
                     *           "askedAt": "2026-11-21T09:35:00.361Z",
                     *           "tookMs": 51,
                     *           "outcome": "approved",
                     *           "httpStatus": 200,
                     *           "answer": "{\"approved\":true}",
                     *           "reason": "The gateway approved it (200)"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AttemptPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.refunds.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f52-6c1d-7e40-8b93-0f1a2b3c4d5e",
                     *           "paymentId": "3f5379b6-4a95-49b3-a9c0-3a5703df8073",
                     *           "amount": 2990,
                     *           "reason": "One shirt came back",
                     *           "status": "refunded",
                     *           "requestedBy": {
                     *             "kind": "staff",
                     *             "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f"
                     *           },
                     *           "requestedAt": "2026-11-21T10:02:33.000Z",
                     *           "settledAt": "2026-11-21T10:02:33.480Z",
                     *           "nextAttemptAt": null,
                     *           "attempts": [
                     *             {
                     *               "number": 1,
                     *               "askedAt": "2026-11-21T10:02:33.430Z",
                     *               "tookMs": 51,
                     *               "outcome": "approved",
                     *               "httpStatus": 200,
                     *               "answer": "{\"refunded\":true}",
                     *               "reason": "The gateway approved it (200)"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["RefundPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.refunds.refund": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key": string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 2990,
                 *       "reason": "One shirt came back"
                 *     }
                 */
                "application/json": components["schemas"]["RefundDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f52-6c1d-7e40-8b93-0f1a2b3c4d5e",
                     *       "paymentId": "3f5379b6-4a95-49b3-a9c0-3a5703df8073",
                     *       "amount": 2990,
                     *       "reason": "One shirt came back",
                     *       "status": "open",
                     *       "requestedBy": {
                     *         "kind": "staff",
                     *         "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f"
                     *       },
                     *       "requestedAt": "2026-11-21T10:02:33.000Z",
                     *       "settledAt": null,
                     *       "nextAttemptAt": "2026-11-21T10:02:33.000Z",
                     *       "attempts": []
                     *     }
                     */
                    "application/json": components["schemas"]["RefundAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.refunds.askAgain": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f52-6c1d-7e40-8b93-0f1a2b3c4d5e",
                     *       "paymentId": "3f5379b6-4a95-49b3-a9c0-3a5703df8073",
                     *       "amount": 2990,
                     *       "reason": "One shirt came back",
                     *       "status": "open",
                     *       "requestedBy": {
                     *         "kind": "staff",
                     *         "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f"
                     *       },
                     *       "requestedAt": "2026-11-21T10:02:33.000Z",
                     *       "settledAt": null,
                     *       "nextAttemptAt": "2026-11-21T10:02:33.000Z",
                     *       "attempts": []
                     *     }
                     */
                    "application/json": components["schemas"]["RefundAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.replay.message": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description `online` or `offline` */
                topic: string;
                partition: number;
                offset: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "topic": "offline",
                     *       "partition": 0,
                     *       "offset": 4711,
                     *       "outcome": "parked",
                     *       "reasonCode": "account-unknown",
                     *       "reason": "The account is not known yet",
                     *       "paymentId": "8c1d40f2-6b1e-4a57-9e0c-2f7a51d3c684",
                     *       "receivedAt": "2026-11-21T09:36:10.007Z",
                     *       "producedAt": "2026-11-21T09:36:09.870Z",
                     *       "payment": null,
                     *       "attempts": [],
                     *       "errorReports": [
                     *         {
                     *           "id": "019e2f43-9d10-7b61-8c25-6a7b8c9d0e1f",
                     *           "paymentId": "8c1d40f2-6b1e-4a57-9e0c-2f7a51d3c684",
                     *           "kind": "parked",
                     *           "errorType": "other",
                     *           "description": "The account is not known yet",
                     *           "status": "delivered",
                     *           "attempts": 1,
                     *           "lastFailure": null,
                     *           "createdAt": "2026-11-21T09:36:10.007Z",
                     *           "deliveredAt": "2026-11-21T09:36:10.240Z"
                     *         }
                     *       ],
                     *       "replays": []
                     *     }
                     */
                    "application/json": components["schemas"]["MessageStoryAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.replay.replayOne": {
        parameters: {
            query?: {
                /** @description Only says what would become of it */
                dryRun?: boolean;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description `online` or `offline` */
                topic: string;
                partition: number;
                offset: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "topic": "offline",
                     *       "partition": 0,
                     *       "offset": 4711,
                     *       "before": "parked",
                     *       "after": "stored",
                     *       "reason": "The account is known now"
                     *     }
                     */
                    "application/json": components["schemas"]["ReplayedMessageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.replay.replay": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "parked",
                 *       "from": "2026-11-21T09:00:00.000Z",
                 *       "dryRun": true
                 *     }
                 */
                "application/json": components["schemas"]["ReplayDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dryRun": true,
                     *       "examined": 1,
                     *       "changed": 1,
                     *       "counts": [
                     *         {
                     *           "from": "parked",
                     *           "to": "stored",
                     *           "count": 1
                     *         }
                     *       ],
                     *       "places": [
                     *         {
                     *           "topic": "offline",
                     *           "partition": 0,
                     *           "offset": 4711,
                     *           "before": "parked",
                     *           "after": "stored",
                     *           "reason": "The account is known now"
                     *         }
                     *       ],
                     *       "more": false,
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ReplayedAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.review.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "beganAt" | "-beganAt";
                /** @description Those that wait, or those that were decided */
                pending?: boolean;
                paymentId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f51-4b5c-7d6e-8f70-819203a4b5c6",
                     *           "paymentId": "d2a94b10-77c3-4e52-8a6f-1b0e9c3d5f72",
                     *           "reasonCode": "risk-too-high",
                     *           "reason": "The risk is 88, and 80 is the limit",
                     *           "beganAt": "2026-11-21T09:36:10.007Z",
                     *           "decision": null,
                     *           "note": null,
                     *           "decidedBy": null,
                     *           "decidedAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.review.screening": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paymentId": "d2a94b10-77c3-4e52-8a6f-1b0e9c3d5f72",
                     *       "askedAt": "2026-11-21T09:36:10.007Z",
                     *       "tookMs": 143,
                     *       "httpStatus": 200,
                     *       "risk": 88,
                     *       "result": 12,
                     *       "fault": null,
                     *       "answer": "{\"Status\":\"OK\",\"Ver\":\"4.2.4\",\"Data\":{\"SEG\":[],\"RISKREPQ\":[\"TQ1;C0;11;20.27;88\"]}}",
                     *       "riskMax": 80,
                     *       "policy": "review",
                     *       "verdict": "review"
                     *     }
                     */
                    "application/json": components["schemas"]["ScreeningAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "payments.review.decide": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "approve",
                 *       "note": "The customer was called back"
                 *     }
                 */
                "application/json": components["schemas"]["ReviewDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "d2a94b10-77c3-4e52-8a6f-1b0e9c3d5f72",
                     *       "status": "pending",
                     *       "type": "online",
                     *       "accountId": 2001,
                     *       "amount": 5980,
                     *       "currency": null,
                     *       "orderId": null,
                     *       "cardLast4": "1233",
                     *       "attempts": 0,
                     *       "createdAt": "2026-11-21T09:35:00.118Z",
                     *       "capturedAt": null,
                     *       "settledAt": null,
                     *       "nextAttemptAt": "2026-11-21T10:02:33.000Z",
                     *       "givenBack": 0
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.members.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "joinedAt" | "-joinedAt";
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
                /** @description What the external id or the name begins with */
                q?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "externalId": "guest-001",
                     *           "balance": 740,
                     *           "pending": 0,
                     *           "held": 0,
                     *           "name": "Alba Arroyo",
                     *           "email": null,
                     *           "joinedAt": "2026-11-21T09:30:00.000Z",
                     *           "isCustomer": true,
                     *           "tier": "gold"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["MemberPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.members.add": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "guest-001",
                 *       "name": "Alba Arroyo"
                 *     }
                 */
                "application/json": components["schemas"]["NewMemberDto"];
            };
        };
        responses: {
            /** @description They took part already */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "externalId": "guest-001",
                     *       "balance": 0,
                     *       "pending": 0,
                     *       "held": 0,
                     *       "name": "Alba Arroyo",
                     *       "email": null,
                     *       "joinedAt": "2026-11-21T09:30:00.000Z",
                     *       "isCustomer": false,
                     *       "tier": null
                     *     }
                     */
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "externalId": "guest-001",
                     *       "balance": 0,
                     *       "pending": 0,
                     *       "held": 0,
                     *       "name": "Alba Arroyo",
                     *       "email": null,
                     *       "joinedAt": "2026-11-21T09:30:00.000Z",
                     *       "isCustomer": false,
                     *       "tier": null
                     *     }
                     */
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.members.get": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description The partner's own id of the member */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "externalId": "guest-001",
                     *       "balance": 740,
                     *       "pending": 0,
                     *       "held": 0,
                     *       "name": "Alba Arroyo",
                     *       "email": null,
                     *       "joinedAt": "2026-11-21T09:30:00.000Z",
                     *       "isCustomer": true,
                     *       "tier": "gold"
                     *     }
                     */
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.members.balance": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
                /** @description An instant that has passed; now, unless told */
                asOf?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description The partner's own id of the member */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "externalId": "guest-001",
                     *       "balance": 740,
                     *       "pending": 0,
                     *       "held": 0,
                     *       "asOf": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["BalanceAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.members.holds": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description The partner's own id of the member */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *           "points": 100,
                     *           "description": "A table for four",
                     *           "sourceId": "booking-77",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "expiresAt": "2026-11-21T09:35:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["HoldListAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.points.hold": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description The partner's own id of the member */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "points": 100,
                 *       "description": "A table for four",
                 *       "sourceId": "booking-77"
                 *     }
                 */
                "application/json": components["schemas"]["HoldDto"];
            };
        };
        responses: {
            /** @description It had been done before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 100,
                     *       "balance": 640,
                     *       "at": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:45:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["HoldAnswer"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 100,
                     *       "balance": 640,
                     *       "at": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:45:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["HoldAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not with what stands; `code` tells why and what helps to act */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            /** @description More than a member can have, or than can be moved at once */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.idempotency-key-reused",
                     *       "title": "The request cannot be carried out",
                     *       "status": 422,
                     *       "detail": "This Idempotency-Key was used before for a request with other content",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.idempotency-key-reused"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.members.entries": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "at" | "-at";
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
                category?: "accrual" | "redemption" | "reversal" | "transfer-out" | "transfer-in" | "hold" | "capture" | "release" | "maturity" | "hold-expiry" | "expiry";
                /** @description At this instant or later */
                from?: string;
                /** @description Before this instant */
                to?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description The partner's own id of the member */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *           "points": 240,
                     *           "balance": 1140,
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "category": "accrual",
                     *           "description": "Coffee beans",
                     *           "occurredAt": "2026-11-21T09:30:00.000Z",
                     *           "sourceId": "receipt-8841",
                     *           "expiresAt": "2027-11-21T09:30:00.000Z",
                     *           "availableFrom": null,
                     *           "counterpart": null,
                     *           "holdId": null,
                     *           "reverses": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["StatementAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.memberCustomers.link": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description The partner's own id of the member */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f"
                 *     }
                 */
                "application/json": components["schemas"]["MemberCustomerDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "externalId": "guest-001",
                     *       "balance": 740,
                     *       "pending": 0,
                     *       "held": 0,
                     *       "name": "Alba Arroyo",
                     *       "email": null,
                     *       "joinedAt": "2026-11-21T09:30:00.000Z",
                     *       "isCustomer": true,
                     *       "tier": "gold"
                     *     }
                     */
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such partner, member or customer */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another member of the programme is this customer */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.memberCustomers.unlink": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description The partner's own id of the member */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "externalId": "guest-001",
                     *       "balance": 740,
                     *       "pending": 0,
                     *       "held": 0,
                     *       "name": "Alba Arroyo",
                     *       "email": null,
                     *       "joinedAt": "2026-11-21T09:30:00.000Z",
                     *       "isCustomer": false,
                     *       "tier": "gold"
                     *     }
                     */
                    "application/json": components["schemas"]["MemberAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such partner, member or customer */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.points.accrue": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description The partner's own id of the member */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "points": 240,
                 *       "description": "Coffee beans",
                 *       "occurredAt": "2026-11-21T09:30:00.000Z",
                 *       "sourceId": "receipt-8841",
                 *       "expiresAt": "2027-11-21T09:30:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["AccrualDto"];
            };
        };
        responses: {
            /** @description It had been done before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 240,
                     *       "balance": 1140,
                     *       "at": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedAnswer"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 240,
                     *       "balance": 1140,
                     *       "at": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not with what stands; `code` tells why and what helps to act */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            /** @description More than a member can have, or than can be moved at once */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.idempotency-key-reused",
                     *       "title": "The request cannot be carried out",
                     *       "status": 422,
                     *       "detail": "This Idempotency-Key was used before for a request with other content",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.idempotency-key-reused"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.points.redeem": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description The partner's own id of the member */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "points": 400,
                 *       "description": "A cake",
                 *       "occurredAt": "2026-11-21T09:30:00.000Z",
                 *       "sourceId": "receipt-8902"
                 *     }
                 */
                "application/json": components["schemas"]["RedemptionDto"];
            };
        };
        responses: {
            /** @description It had been done before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 400,
                     *       "balance": 740,
                     *       "at": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedAnswer"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 400,
                     *       "balance": 740,
                     *       "at": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not with what stands; `code` tells why and what helps to act */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            /** @description More than a member can have, or than can be moved at once */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.idempotency-key-reused",
                     *       "title": "The request cannot be carried out",
                     *       "status": 422,
                     *       "detail": "This Idempotency-Key was used before for a request with other content",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.idempotency-key-reused"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.points.capture": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "points": 60
                 *     }
                 */
                "application/json": components["schemas"]["CaptureDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 60,
                     *       "balance": 680,
                     *       "at": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not with what stands; `code` tells why and what helps to act */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            /** @description More than a member can have, or than can be moved at once */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.idempotency-key-reused",
                     *       "title": "The request cannot be carried out",
                     *       "status": 422,
                     *       "detail": "This Idempotency-Key was used before for a request with other content",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.idempotency-key-reused"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.points.release": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 100,
                     *       "balance": 740,
                     *       "at": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not with what stands; `code` tells why and what helps to act */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            /** @description More than a member can have, or than can be moved at once */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.idempotency-key-reused",
                     *       "title": "The request cannot be carried out",
                     *       "status": 422,
                     *       "detail": "This Idempotency-Key was used before for a request with other content",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.idempotency-key-reused"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.points.transfer": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "guest-001",
                 *       "to": "guest-002",
                 *       "points": 50,
                 *       "description": "A gift",
                 *       "sourceId": "gift-12"
                 *     }
                 */
                "application/json": components["schemas"]["TransferDto"];
            };
        };
        responses: {
            /** @description It had been done before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 50,
                     *       "balance": 690,
                     *       "at": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedAnswer"];
                };
            };
            /** @description The balance is that of the member who gave them */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 50,
                     *       "balance": 690,
                     *       "at": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not with what stands; `code` tells why and what helps to act */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            /** @description More than a member can have, or than can be moved at once */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.idempotency-key-reused",
                     *       "title": "The request cannot be carried out",
                     *       "status": 422,
                     *       "detail": "This Idempotency-Key was used before for a request with other content",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.idempotency-key-reused"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.points.reverse": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "The beans came back"
                 *     }
                 */
                "application/json": components["schemas"]["ReversalDto"];
            };
        };
        responses: {
            /** @description It had been done before */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 240,
                     *       "balance": 450,
                     *       "at": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedAnswer"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "points": 240,
                     *       "balance": 450,
                     *       "at": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not with what stands; `code` tells why and what helps to act */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            /** @description More than a member can have, or than can be moved at once */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.idempotency-key-reused",
                     *       "title": "The request cannot be carried out",
                     *       "status": 422,
                     *       "detail": "This Idempotency-Key was used before for a request with other content",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.idempotency-key-reused"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.programmes.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "createdAt" | "-createdAt";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f29-0000-7000-8000-00000000c0fe",
                     *           "name": "Cafe Central",
                     *           "createdAt": "2026-10-05T08:00:00.000Z",
                     *           "disabledAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.programmes.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f29-0000-7000-8000-00000000c0fe",
                     *       "name": "Cafe Central",
                     *       "createdAt": "2026-10-05T08:00:00.000Z",
                     *       "disabledAt": null,
                     *       "lastEventId": "17"
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.programme.getSettings": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "thresholds": {
                     *         "balanceAbove": 1000,
                     *         "totalAbove": 100000
                     *       },
                     *       "earning": {
                     *         "currency": "EUR",
                     *         "amount": 100,
                     *         "points": 1,
                     *         "rounding": "down",
                     *         "zone": "Europe/Madrid",
                     *         "multipliers": [
                     *           {
                     *             "name": "Shirts on Saturdays",
                     *             "percent": 300,
                     *             "categoryId": "019e2f2f-0001-7000-8000-000000000001",
                     *             "branchId": null,
                     *             "from": "2026-11-01",
                     *             "until": "2026-12-31",
                     *             "weekdays": [
                     *               6
                     *             ]
                     *           }
                     *         ],
                     *         "orderPointsMax": 5000,
                     *         "pendingDays": 14,
                     *         "expiresAfterDays": 365
                     *       },
                     *       "tiers": {
                     *         "windowDays": 365,
                     *         "noticeDays": 30,
                     *         "levels": [
                     *           {
                     *             "name": "gold",
                     *             "from": 5000
                     *           }
                     *         ]
                     *       },
                     *       "expiryNoticeDays": 30
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeSettingsAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.programme.putSettings": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "thresholds": {
                 *         "balanceAbove": 1000,
                 *         "totalAbove": 100000
                 *       },
                 *       "earning": {
                 *         "currency": "EUR",
                 *         "amount": 100,
                 *         "points": 1,
                 *         "rounding": "down",
                 *         "zone": "Europe/Madrid",
                 *         "multipliers": [
                 *           {
                 *             "name": "Shirts on Saturdays",
                 *             "percent": 300,
                 *             "categoryId": "019e2f2f-0001-7000-8000-000000000001",
                 *             "branchId": null,
                 *             "from": "2026-11-01",
                 *             "until": "2026-12-31",
                 *             "weekdays": [
                 *               6
                 *             ]
                 *           }
                 *         ],
                 *         "orderPointsMax": 5000,
                 *         "pendingDays": 14,
                 *         "expiresAfterDays": 365
                 *       },
                 *       "tiers": {
                 *         "windowDays": 365,
                 *         "noticeDays": 30,
                 *         "levels": [
                 *           {
                 *             "name": "gold",
                 *             "from": 5000
                 *           }
                 *         ]
                 *       },
                 *       "expiryNoticeDays": 30
                 *     }
                 */
                "application/json": components["schemas"]["ProgrammeSettingsDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "thresholds": {
                     *         "balanceAbove": 1000,
                     *         "totalAbove": 100000
                     *       },
                     *       "earning": {
                     *         "currency": "EUR",
                     *         "amount": 100,
                     *         "points": 1,
                     *         "rounding": "down",
                     *         "zone": "Europe/Madrid",
                     *         "multipliers": [
                     *           {
                     *             "name": "Shirts on Saturdays",
                     *             "percent": 300,
                     *             "categoryId": "019e2f2f-0001-7000-8000-000000000001",
                     *             "branchId": null,
                     *             "from": "2026-11-01",
                     *             "until": "2026-12-31",
                     *             "weekdays": [
                     *               6
                     *             ]
                     *           }
                     *         ],
                     *         "orderPointsMax": 5000,
                     *         "pendingDays": 14,
                     *         "expiresAfterDays": 365
                     *       },
                     *       "tiers": {
                     *         "windowDays": 365,
                     *         "noticeDays": 30,
                     *         "levels": [
                     *           {
                     *             "name": "gold",
                     *             "from": 5000
                     *           }
                     *         ]
                     *       },
                     *       "expiryNoticeDays": 30
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeSettingsAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.programme.liability": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-11-21T09:30:00.000Z",
                     *       "outstanding": 100240,
                     *       "available": 96100,
                     *       "pending": 3140,
                     *       "held": 1000,
                     *       "neverExpires": 12400,
                     *       "expiring": [
                     *         {
                     *           "month": "2026-12-01T00:00:00.000Z",
                     *           "points": 8200
                     *         },
                     *         {
                     *           "month": "2027-01-01T00:00:00.000Z",
                     *           "points": 5900
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LiabilityAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.rules.dryRun": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                 *           "amount": 5980
                 *         }
                 *       ],
                 *       "at": "2026-11-21T09:30:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["DryRunDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "points": 179,
                     *       "exact": "179.4000",
                     *       "rounding": "down",
                     *       "capped": false,
                     *       "otherCurrency": false,
                     *       "lines": [
                     *         {
                     *           "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "amount": 5980,
                     *           "multiplier": "Shirts on Saturdays",
                     *           "percent": 300,
                     *           "fitting": [
                     *             "Shirts on Saturdays"
                     *           ],
                     *           "exact": "179.4000"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EarnedAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are no rules, or the order has no prices yet */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.sandbox.get": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2026-12-21T09:30:00.000Z",
                     *       "aheadMs": 2592000000
                     *     }
                     */
                    "application/json": components["schemas"]["SandboxClockAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.sandbox.moveClock": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "advanceMs": 2592000000
                 *     }
                 */
                "application/json": components["schemas"]["ClockMoveDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2026-12-21T09:30:00.000Z",
                     *       "aheadMs": 2592000000
                     *     }
                     */
                    "application/json": components["schemas"]["SandboxClockAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.sandbox.reset": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2026-11-21T09:30:00.000Z",
                     *       "aheadMs": 0
                     *     }
                     */
                    "application/json": components["schemas"]["SandboxClockAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.partnerEvents.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "17",
                     *           "type": "member.balance_above",
                     *           "timestamp": "2026-11-21T09:30:00.000Z",
                     *           "data": {
                     *             "externalId": "guest-001",
                     *             "balance": 1140,
                     *             "held": 0,
                     *             "threshold": 1000
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerEventPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.partnerEvents.stream": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
                /** @description As the header */
                lastEventId?: string;
            };
            header?: {
                /** @description Go on after this event */
                "Last-Event-ID"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every event that the feed has, as it comes; ends when the access token does, and goes on from where `Last-Event-ID` says */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.totals.of": {
        parameters: {
            query?: {
                /** @description From this instant on; a day before `to` unless told */
                from?: string;
                /** @description Before this instant; now unless told */
                to?: string;
                interval?: "1m" | "5m" | "1h" | "1d";
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "points": [
                     *         {
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "outstanding": 100240
                     *         },
                     *         {
                     *           "at": "2026-11-21T09:35:00.000Z",
                     *           "outstanding": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TotalsAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.totals.ofAll": {
        parameters: {
            query?: {
                /** @description From this instant on; a day before `to` unless told */
                from?: string;
                /** @description Before this instant; now unless told */
                to?: string;
                interval?: "1m" | "5m" | "1h" | "1d";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "points": [
                     *         {
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "outstanding": 100240
                     *         },
                     *         {
                     *           "at": "2026-11-21T09:35:00.000Z",
                     *           "outstanding": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TotalsAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.webhooks.list": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f45-22bb-7c3d-8e4f-5a6b7c8d9e0f",
                     *           "url": "https://partner.example/plaza",
                     *           "description": null,
                     *           "eventTypes": null,
                     *           "status": "active",
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "previousSecretUntil": null,
                     *           "deliveredAt": "2026-11-21T09:30:00.000Z",
                     *           "failingSince": null,
                     *           "nextAttemptAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookListAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.webhooks.add": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://partner.example/plaza",
                 *       "eventTypes": [
                 *         "member.balance_above",
                 *         "member.balance_zero"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhookDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f45-22bb-7c3d-8e4f-5a6b7c8d9e0f",
                     *       "url": "https://partner.example/plaza",
                     *       "description": null,
                     *       "eventTypes": [
                     *         "member.balance_above",
                     *         "member.balance_zero"
                     *       ],
                     *       "status": "active",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "previousSecretUntil": null,
                     *       "deliveredAt": null,
                     *       "failingSince": null,
                     *       "nextAttemptAt": null,
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                     *     }
                     */
                    "application/json": components["schemas"]["NewWebhookAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            /** @description The programme has as many as it can have */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.idempotency-key-reused",
                     *       "title": "The request cannot be carried out",
                     *       "status": 422,
                     *       "detail": "This Idempotency-Key was used before for a request with other content",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.idempotency-key-reused"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.webhooks.get": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f45-22bb-7c3d-8e4f-5a6b7c8d9e0f",
                     *       "url": "https://partner.example/plaza",
                     *       "description": null,
                     *       "eventTypes": null,
                     *       "status": "active",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "previousSecretUntil": null,
                     *       "deliveredAt": "2026-11-21T09:30:00.000Z",
                     *       "failingSince": null,
                     *       "nextAttemptAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.webhooks.remove": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.webhooks.change": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "disabled"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookChangeDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f45-22bb-7c3d-8e4f-5a6b7c8d9e0f",
                     *       "url": "https://partner.example/plaza",
                     *       "description": null,
                     *       "eventTypes": null,
                     *       "status": "disabled",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "previousSecretUntil": null,
                     *       "deliveredAt": "2026-11-21T09:30:00.000Z",
                     *       "failingSince": null,
                     *       "nextAttemptAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.webhooks.rotateSecret": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlapMinutes": 1440
                 *     }
                 */
                "application/json": components["schemas"]["RotateSecretDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f45-22bb-7c3d-8e4f-5a6b7c8d9e0f",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                     *       "previousSecretUntil": "2026-11-22T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RotatedWebhookSecretAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            /** @description The webhook has as many good secrets as it can have */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.idempotency-key-reused",
                     *       "title": "The request cannot be carried out",
                     *       "status": 422,
                     *       "detail": "This Idempotency-Key was used before for a request with other content",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.idempotency-key-reused"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.webhooks.deliveries": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
                status?: "waiting" | "delivered" | "failed";
                /** @description Of this event alone */
                eventId?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "eventId": "17",
                     *           "type": "member.balance_above",
                     *           "status": "waiting",
                     *           "attempts": 1,
                     *           "lastAttempts": [
                     *             {
                     *               "number": 1,
                     *               "at": "2026-11-21T09:30:00.000Z",
                     *               "tookMs": 812,
                     *               "status": 503,
                     *               "error": null
                     *             }
                     *           ],
                     *           "nextAttemptAt": "2026-11-21T09:30:05.210Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "loyalty.webhooks.replay": {
        parameters: {
            query?: {
                /** @description For staff, who must say whose programme they mean */
                partnerId?: string;
            };
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "17",
                 *       "to": "42"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookReplayDto"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": 26
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookReplayAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description There is nothing like this in the programme, or no such partner */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.order-unknown",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "There is no such order",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.order-unknown"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The webhook is not active */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "running.deadLetters.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "diedAt" | "-diedAt";
                /** @description Only those that were sent again, or only the others */
                replayed?: boolean;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "eventId": "019e2f62-1111-7000-8000-0000000000e1",
                     *           "consumer": "orders",
                     *           "topic": "payments.events",
                     *           "key": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *           "type": "payment-captured",
                     *           "reasonCode": "orders.not-payable",
                     *           "reason": "The order has expired",
                     *           "failures": 1,
                     *           "diedAt": "2026-11-21T09:30:00.000Z",
                     *           "replayedAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "running.deadLetters.replay": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventId": "019e2f62-1111-7000-8000-0000000000e1",
                 *       "consumer": "orders"
                 *     }
                 */
                "application/json": components["schemas"]["SendAgainDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "replayed": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SentAgainAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "mail.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "createdAt" | "-createdAt";
                status?: "waiting" | "sent" | "captured" | "refused" | "given-up";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f61-3b4c-7d5e-8f60-718293a4b5c6",
                     *           "recipient": "owner@example.com",
                     *           "subject": "Week 47 at Plaza",
                     *           "status": "captured",
                     *           "attempts": 1,
                     *           "lastFailure": null,
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "endedAt": "2026-11-21T09:35:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["MailPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "mail.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f61-3b4c-7d5e-8f60-718293a4b5c6",
                     *       "recipient": "owner@example.com",
                     *       "subject": "Week 47 at Plaza",
                     *       "status": "captured",
                     *       "attempts": 1,
                     *       "lastFailure": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "endedAt": "2026-11-21T09:35:00.000Z",
                     *       "text": "Revenue: 59.80 EUR (29.90 EUR the week before)",
                     *       "html": "<h1>Week 47 at Plaza</h1>",
                     *       "attachments": [
                     *         {
                     *           "number": 1,
                     *           "filename": "2026-W47.pdf",
                     *           "contentType": "application/pdf",
                     *           "bytes": 48211,
                     *           "contentId": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CapturedMailAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "mail.attachment": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "transfers.subscriptions.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "createdAt" | "-createdAt";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f60-2a3b-7c4d-8e5f-60718293a4b5",
                     *           "address": "risk@company.example",
                     *           "companyKey": "-KzR2tqWm0aXyLcD4fGh",
                     *           "language": "es",
                     *           "createdAt": "2026-11-21T09:40:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["SubscriptionPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "transfers.subscriptions.subscribe": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "risk@company.example",
                 *       "companyKey": "-KzR2tqWm0aXyLcD4fGh",
                 *       "language": "es"
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f60-2a3b-7c4d-8e5f-60718293a4b5",
                     *       "address": "risk@company.example",
                     *       "companyKey": "-KzR2tqWm0aXyLcD4fGh",
                     *       "language": "es",
                     *       "createdAt": "2026-11-21T09:40:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "transfers.subscriptions.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f60-2a3b-7c4d-8e5f-60718293a4b5",
                     *       "address": "risk@company.example",
                     *       "companyKey": "-KzR2tqWm0aXyLcD4fGh",
                     *       "language": "es",
                     *       "createdAt": "2026-11-21T09:40:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "transfers.subscriptions.end": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "transfers.subscriptions.change": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "en"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeSubscriptionDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f60-2a3b-7c4d-8e5f-60718293a4b5",
                     *       "address": "risk@company.example",
                     *       "companyKey": "-KzR2tqWm0aXyLcD4fGh",
                     *       "language": "en",
                     *       "createdAt": "2026-11-21T09:40:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "transfers.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "notedAt" | "-notedAt";
                status?: "new" | "taken" | "screened" | "written-back" | "failed" | "too-old" | "elsewhere";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "key": "-L5_CG7LwjZQcAQMSB6k",
                     *           "status": "written-back",
                     *           "companyKey": "-KzR2tqWm0aXyLcD4fGh",
                     *           "datedAt": "2026-11-21T09:38:42.000Z",
                     *           "result": "78|5",
                     *           "reasonCode": null,
                     *           "reason": null,
                     *           "attempts": 0,
                     *           "notedAt": "2026-11-21T09:40:00.000Z",
                     *           "takenAt": "2026-11-21T09:40:00.120Z",
                     *           "screenedAt": "2026-11-21T09:40:01.180Z",
                     *           "endedAt": "2026-11-21T09:40:01.310Z",
                     *           "nextAttemptAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["TransferPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "transfers.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "-L5_CG7LwjZQcAQMSB6k",
                     *       "status": "written-back",
                     *       "companyKey": "-KzR2tqWm0aXyLcD4fGh",
                     *       "datedAt": "2026-11-21T09:38:42.000Z",
                     *       "result": "78|5",
                     *       "reasonCode": null,
                     *       "reason": null,
                     *       "attempts": 0,
                     *       "notedAt": "2026-11-21T09:40:00.000Z",
                     *       "takenAt": "2026-11-21T09:40:00.120Z",
                     *       "screenedAt": "2026-11-21T09:40:01.180Z",
                     *       "endedAt": "2026-11-21T09:40:01.310Z",
                     *       "nextAttemptAt": null,
                     *       "round": 1,
                     *       "streams": [
                     *         {
                     *           "number": 1,
                     *           "audioUrl": "https://audio.example/-L5_CG7LwjZQcAQMSB6k/1.wav",
                     *           "askedAt": "2026-11-21T09:40:00.130Z",
                     *           "tookMs": 1040,
                     *           "score": 78
                     *         },
                     *         {
                     *           "number": 2,
                     *           "audioUrl": "https://audio.example/-L5_CG7LwjZQcAQMSB6k/2.wav",
                     *           "askedAt": "2026-11-21T09:40:00.130Z",
                     *           "tookMs": 1040,
                     *           "score": 5
                     *         }
                     *       ],
                     *       "record": {
                     *         "date": "2026/11/21 - 09:38:42",
                     *         "date_final": "2026/11/21 - 09:40:01 UTC",
                     *         "key_empresa": "-KzR2tqWm0aXyLcD4fGh",
                     *         "processed": true,
                     *         "resultado": "78|5",
                     *         "status": "resultado",
                     *         "visto": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TransferStoryAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.weekly": {
        parameters: {
            query?: {
                /** @description The last week that is over where none is named */
                week?: string;
                language?: "es" | "en" | "uk";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "week": "2026-W47",
                     *       "zone": "UTC",
                     *       "from": "2026-11-16T00:00:00.000Z",
                     *       "to": "2026-11-23T00:00:00.000Z",
                     *       "language": "en",
                     *       "takenAt": "2026-11-23T07:00:00.000Z",
                     *       "isOver": true,
                     *       "isRestated": false,
                     *       "sent": {
                     *         "edition": 1,
                     *         "takenAt": "2026-11-23T07:00:00.000Z"
                     *       },
                     *       "sections": [
                     *         {
                     *           "name": "sales",
                     *           "label": "Sales",
                     *           "figures": [
                     *             {
                     *               "name": "revenue",
                     *               "label": "Revenue",
                     *               "unit": "money",
                     *               "currency": "EUR",
                     *               "value": 5980,
                     *               "rows": 1,
                     *               "definition": "Sum of the totals of purchases with a price. Money given back later is not taken off.",
                     *               "before": {
                     *                 "value": 2990,
                     *                 "rows": 1
                     *               },
                     *               "sent": null
                     *             }
                     *           ],
                     *           "lists": [
                     *             {
                     *               "name": "branches",
                     *               "label": "By branch",
                     *               "all": 1,
                     *               "definition": "Purchases and their revenue by the branch that sold.",
                     *               "columns": [
                     *                 {
                     *                   "name": "purchases",
                     *                   "label": "Purchases",
                     *                   "unit": "count"
                     *                 },
                     *                 {
                     *                   "name": "revenue",
                     *                   "label": "Revenue",
                     *                   "unit": "money"
                     *                 }
                     *               ],
                     *               "rows": [
                     *                 {
                     *                   "id": "019e2f2e-0000-7000-8000-0000000000a1",
                     *                   "label": "Online",
                     *                   "currency": "EUR",
                     *                   "counts": {
                     *                     "purchases": 1,
                     *                     "revenue": 1
                     *                   },
                     *                   "beforeCounts": {
                     *                     "purchases": 1,
                     *                     "revenue": 1
                     *                   },
                     *                   "values": {
                     *                     "purchases": 1,
                     *                     "revenue": 5980
                     *                   },
                     *                   "before": {
                     *                     "purchases": 1,
                     *                     "revenue": 2990
                     *                   },
                     *                   "sent": null
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "roots": [
                     *         {
                     *           "until": "2026-11-23T00:00:00.000Z",
                     *           "seal": 1204,
                     *           "hash": "9f2c4e0000000000000000000000000000000000000000000000000000000000"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReportAnswer"];
                    "text/html": string;
                    "application/pdf": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            /** @description None of the media types in `Accept` is among those that this is told in */
            406: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:request.not-acceptable",
                     *       "title": "Not acceptable",
                     *       "status": 406,
                     *       "detail": "This can be had as application/json, text/html",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "request.not-acceptable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The week has not begun */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:plaza:problem:orders.out-of-stock",
                     *       "title": "This conflicts with the present state",
                     *       "status": 409,
                     *       "detail": "There is not enough on the shelves",
                     *       "instance": "/v1/orders",
                     *       "requestId": "019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c",
                     *       "code": "orders.out-of-stock"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.send": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "week": "2026-W47",
                 *       "recipients": [
                 *         "019e2f50-44dd-7e5f-8a6b-7c8d9e0f1a2b"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SendReportDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "week": "2026-W47",
                     *       "edition": 1,
                     *       "delivered": 1,
                     *       "already": 0
                     *     }
                     */
                    "application/json": components["schemas"]["SentAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "deliveredAt" | "-deliveredAt";
                /** @description A week as ISO 8601 names it */
                week?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e3310-1122-7334-8556-77889900aabb",
                     *           "week": "2026-W47",
                     *           "edition": 1,
                     *           "recipientId": "019e2f50-44dd-7e5f-8a6b-7c8d9e0f1a2b",
                     *           "address": "owner@example.com",
                     *           "language": "es",
                     *           "mail": "sent",
                     *           "deliveredAt": "2026-11-23T07:00:02.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.recipients.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "createdAt" | "-createdAt";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e2f50-44dd-7e5f-8a6b-7c8d9e0f1a2b",
                     *           "address": "owner@example.com",
                     *           "language": "es",
                     *           "attachments": [
                     *             "pdf",
                     *             "csv"
                     *           ],
                     *           "createdAt": "2026-11-02T08:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["RecipientPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.recipients.add": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "owner@example.com",
                 *       "language": "es",
                 *       "attachments": [
                 *         "pdf",
                 *         "csv"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RecipientDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f50-44dd-7e5f-8a6b-7c8d9e0f1a2b",
                     *       "address": "owner@example.com",
                     *       "language": "es",
                     *       "attachments": [
                     *         "pdf",
                     *         "csv"
                     *       ],
                     *       "createdAt": "2026-11-02T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RecipientAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.recipients.get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f50-44dd-7e5f-8a6b-7c8d9e0f1a2b",
                     *       "address": "owner@example.com",
                     *       "language": "es",
                     *       "attachments": [
                     *         "pdf",
                     *         "csv"
                     *       ],
                     *       "createdAt": "2026-11-02T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RecipientAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.recipients.remove": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.recipients.change": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "en"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeRecipientDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e2f50-44dd-7e5f-8a6b-7c8d9e0f1a2b",
                     *       "address": "owner@example.com",
                     *       "language": "en",
                     *       "attachments": [
                     *         "pdf",
                     *         "csv"
                     *       ],
                     *       "createdAt": "2026-11-02T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RecipientAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.reconciliation.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The number of the page, in place of `after`, which alone leads further than the last number */
                page?: number;
                /** @description Count all that match, too */
                total?: boolean;
                /** @description With a `-`: the last one first */
                sort?: "foundAt" | "-foundAt";
                kind?: "paid-without-capture" | "paid-amount-differs" | "paid-stock-not-used" | "capture-not-marked" | "capture-without-order" | "movement-without-cause" | "hold-without-order" | "points-without-payment" | "points-not-taken-back" | "payment-without-points";
                status?: "open" | "corrected" | "dismissed" | "gone";
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019e3201-aa11-7bb2-8cc3-dd44ee55ff66",
                     *           "kind": "points-without-payment",
                     *           "subject": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *           "status": "open",
                     *           "rows": {
                     *             "points": {
                     *               "entryId": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *               "partnerId": "019e2f29-0000-7000-8000-00000000c0fe",
                     *               "orderId": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *               "points": 59,
                     *               "takenBack": 0,
                     *               "at": "2026-11-21T09:35:00.000Z"
                     *             },
                     *             "order": null
                     *           },
                     *           "correction": {
                     *             "does": "reverse-points",
                     *             "partnerId": "019e2f29-0000-7000-8000-00000000c0fe",
                     *             "entryId": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *             "orderId": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *             "points": 59
                     *           },
                     *           "occurredAt": "2026-11-21T09:35:00.000Z",
                     *           "foundAt": "2026-11-22T03:00:04.000Z",
                     *           "seenAt": "2026-11-22T03:00:04.000Z",
                     *           "closedAt": null,
                     *           "approvedBy": null,
                     *           "dismissed": null,
                     *           "triedAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["DriftPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.reconciliation.approve": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e3201-aa11-7bb2-8cc3-dd44ee55ff66",
                     *       "kind": "points-without-payment",
                     *       "subject": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "status": "corrected",
                     *       "rows": {
                     *         "points": {
                     *           "entryId": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *           "partnerId": "019e2f29-0000-7000-8000-00000000c0fe",
                     *           "orderId": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *           "points": 59,
                     *           "takenBack": 0,
                     *           "at": "2026-11-21T09:35:00.000Z"
                     *         },
                     *         "order": null
                     *       },
                     *       "correction": {
                     *         "does": "reverse-points",
                     *         "partnerId": "019e2f29-0000-7000-8000-00000000c0fe",
                     *         "entryId": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *         "orderId": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *         "points": 59
                     *       },
                     *       "occurredAt": "2026-11-21T09:35:00.000Z",
                     *       "foundAt": "2026-11-22T03:00:04.000Z",
                     *       "seenAt": "2026-11-22T03:00:04.000Z",
                     *       "closedAt": "2026-11-23T08:12:00.000Z",
                     *       "approvedBy": {
                     *         "kind": "staff",
                     *         "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f"
                     *       },
                     *       "dismissed": null,
                     *       "triedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["DriftAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.reconciliation.dismiss": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Given as a gift when the shop opened"
                 *     }
                 */
                "application/json": components["schemas"]["DismissDriftDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019e3201-aa11-7bb2-8cc3-dd44ee55ff66",
                     *       "kind": "points-without-payment",
                     *       "subject": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *       "status": "dismissed",
                     *       "rows": {
                     *         "points": {
                     *           "entryId": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *           "partnerId": "019e2f29-0000-7000-8000-00000000c0fe",
                     *           "orderId": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *           "points": 59,
                     *           "takenBack": 0,
                     *           "at": "2026-11-21T09:35:00.000Z"
                     *         },
                     *         "order": null
                     *       },
                     *       "correction": {
                     *         "does": "reverse-points",
                     *         "partnerId": "019e2f29-0000-7000-8000-00000000c0fe",
                     *         "entryId": "019e2f44-11aa-7b2c-8d3e-4f5061728394",
                     *         "orderId": "019e2f41-7c55-7a31-8f0e-2d3c4b5a6978",
                     *         "points": 59
                     *       },
                     *       "occurredAt": "2026-11-21T09:35:00.000Z",
                     *       "foundAt": "2026-11-22T03:00:04.000Z",
                     *       "seenAt": "2026-11-22T03:00:04.000Z",
                     *       "closedAt": "2026-11-23T08:12:00.000Z",
                     *       "approvedBy": null,
                     *       "dismissed": {
                     *         "kind": "staff",
                     *         "id": "019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f",
                     *         "reason": "Given as a gift when the shop opened"
                     *       },
                     *       "triedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["DriftAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.today.look": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "since": "2026-11-20T23:00:00.000Z",
                     *       "sales": [
                     *         {
                     *           "currency": "EUR",
                     *           "purchases": 214,
                     *           "revenue": 918420
                     *         }
                     *       ],
                     *       "waiting": [
                     *         {
                     *           "status": "accepted",
                     *           "orders": 0
                     *         },
                     *         {
                     *           "status": "awaiting-payment",
                     *           "orders": 12
                     *         },
                     *         {
                     *           "status": "paid",
                     *           "orders": 31
                     *         }
                     *       ],
                     *       "payments": [
                     *         {
                     *           "status": "captured",
                     *           "currency": "EUR",
                     *           "payments": 209,
                     *           "amount": 902110
                     *         }
                     *       ],
                     *       "census": [
                     *         {
                     *           "topic": "offline",
                     *           "partition": 0,
                     *           "received": 4712,
                     *           "stored": 4703,
                     *           "duplicate": 4,
                     *           "conflicting": 1,
                     *           "declined": 0,
                     *           "rejected": 2,
                     *           "parked": 2,
                     *           "open": 0,
                     *           "review": 0,
                     *           "firstOffset": 0,
                     *           "lastOffset": 4711,
                     *           "gaps": 0
                     *         }
                     *       ],
                     *       "pointsOutstanding": 41210,
                     *       "attention": {
                     *         "alarms": 0,
                     *         "reviews": 2,
                     *         "refusedReports": 0,
                     *         "drifts": 0,
                     *         "deadLetters": 0,
                     *         "runningOut": {
                     *           "all": 1,
                     *           "first": [
                     *             {
                     *               "productId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *               "product": "Blue shirt",
                     *               "branchId": "019a9f3c-5c00-7000-8000-000000000001",
                     *               "branch": "Online",
                     *               "available": 12,
                     *               "sold": 42,
                     *               "movements": 31,
                     *               "daysLeft": 2
                     *             }
                     *           ]
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TodayAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "reports.today.events": {
        parameters: {
            query?: {
                /** @description As the header */
                lastEventId?: string;
            };
            header?: {
                /** @description Go on after this event */
                "Last-Event-ID"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `today-changed` with the whole of it, at once and whenever something in it changes; ends when the access token does, and goes on from where `Last-Event-ID` says */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "audit.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description The context */
                schema?: string;
                table?: string;
                /** @description The primary key, its parts with commas between them */
                rowId?: string;
                action?: "INSERT" | "UPDATE" | "DELETE" | "SELECT";
                /** @description The id of who it was: of a person, a client, a job */
                actor?: string;
                /** @description At this instant or later */
                from?: string;
                /** @description Before this instant */
                to?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 40117,
                     *           "at": "2026-11-21T09:35:00.000Z",
                     *           "action": "UPDATE",
                     *           "schema": "catalog",
                     *           "table": "products",
                     *           "rowId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "actor": {
                     *             "kind": "staff",
                     *             "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f"
                     *           },
                     *           "actorName": "Stella Staff",
                     *           "requestId": "019e2f41-7c54-7e10-9a2b-3c4d5e6f7081",
                     *           "transactionId": "91344",
                     *           "old": {
                     *             "price": 2690
                     *           },
                     *           "new": {
                     *             "price": 2990
                     *           },
                     *           "query": null,
                     *           "rows": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["LogPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "audit.ofRow": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                schema: string;
                table: string;
                /** @description The primary key, its parts with commas between them */
                rowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 40117,
                     *           "at": "2026-11-21T09:35:00.000Z",
                     *           "action": "UPDATE",
                     *           "schema": "catalog",
                     *           "table": "products",
                     *           "rowId": "019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e",
                     *           "actor": {
                     *             "kind": "staff",
                     *             "id": "019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f"
                     *           },
                     *           "actorName": "Stella Staff",
                     *           "requestId": "019e2f41-7c54-7e10-9a2b-3c4d5e6f7081",
                     *           "transactionId": "91344",
                     *           "old": {
                     *             "price": 2690
                     *           },
                     *           "new": {
                     *             "price": 2990
                     *           },
                     *           "query": null,
                     *           "rows": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["LogPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "audit.listSeals": {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Sealed before this instant: the first of them is the root of the day that ended then */
                to?: string;
            };
            header?: {
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "number": 1204,
                     *           "fromId": 40001,
                     *           "toId": 41000,
                     *           "rows": 1000,
                     *           "firstAt": "2026-11-21T09:12:08.411Z",
                     *           "lastAt": "2026-11-21T09:41:30.002Z",
                     *           "sealedAt": "2026-11-21T09:42:00.118Z",
                     *           "hash": "9f2c4e0000000000000000000000000000000000000000000000000000000000",
                     *           "previousHash": "41d7aa0000000000000000000000000000000000000000000000000000000000"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["SealPageAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    "audit.verify": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes sending the request again safe for a day: the same key and content get the first answer and have one effect
                 * @example 3f5379b6-4a95-49b3-a9c0-3a5703df8073
                 */
                "Idempotency-Key"?: string;
                /** @description Names the request in our logs and in the answer; made here when it is not sent */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": 1200,
                 *       "root": "9f2c4e0000000000000000000000000000000000000000000000000000000000"
                 *     }
                 */
                "application/json": components["schemas"]["VerifyDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "intact": false,
                     *       "seals": 5,
                     *       "rows": 5000,
                     *       "archived": 0,
                     *       "root": {
                     *         "seal": 1204,
                     *         "hash": "9f2c4e0000000000000000000000000000000000000000000000000000000000"
                     *       },
                     *       "next": null,
                     *       "findings": [
                     *         {
                     *           "kind": "row-changed",
                     *           "seal": 1204,
                     *           "row": 40117,
                     *           "detail": "The row is not the one that was sealed"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["SignInNeeded"];
            403: components["responses"]["NotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
}
