/** The limiter without its Redis, as the throttling plugin loads it. The package has no types of its own for it. */
declare module "bottleneck/light.js" {
  import Bottleneck from "bottleneck";

  export default Bottleneck;
}
