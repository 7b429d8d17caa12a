/**
 * Where one machine is everything, all callers share its address and a trial plays many customers at once: how often something
 * may be asked is limited, so that the answers look as they will, but far above what people do.
 */
export const oneMachineLimits = {
  RATE_LIMIT_PER_MINUTE: '600000',
  RATE_LIMIT_SIGN_IN_PER_MINUTE: '60000',
};
