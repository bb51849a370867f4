package org.buranakan.hub.area;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.AsOf;
import org.buranakan.hub.view.BadParameter;
import org.buranakan.hub.view.Unknown;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/areas")
@Tag(name = "areas", description = "พื้นที่ · Provinces, amphoe and tambons, and what the view knows of them")
class AreaController {

	private final Areas areas;

	AreaController(Areas areas) {
		this.areas = areas;
	}

	@AsOf
	@GetMapping
	@Operation(
			summary = "พื้นที่ตามลำดับชั้น จังหวัด อำเภอ ตำบล · The tree of areas, down to provinces (depth 1), amphoe (2) or tambons (3)")
	List<AreaNode> tree(@RequestParam(defaultValue = "1") int depth) {
		if (depth < 1 || depth > Level.values().length) {
			throw new BadParameter("depth", Integer.toString(depth), "1, 2 หรือ 3", "1, 2 or 3");
		}
		return this.areas.tree(depth);
	}

	@AsOf
	@GetMapping("/{code}")
	@Operation(summary = "พื้นที่หนึ่งพร้อมตัวเลขและพื้นที่ย่อย · An area with its figures and its children")
	AreaView area(@PathVariable String code) {
		return this.areas.byCode(code).orElseThrow(() -> new Unknown("area", code));
	}

}
